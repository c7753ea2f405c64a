"""The door for any language: requests as lines of JSON, and an answer to each."""
