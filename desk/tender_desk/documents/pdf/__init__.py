"""Records as PDF, where typst is installed (`pip install "tender-engine[pdf]"`)."""
