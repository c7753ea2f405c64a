"""The two interchange formats: `tender-package/1` goes in, `tender-evaluation/1` comes out."""
