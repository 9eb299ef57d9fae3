"""Bytes of any kind to text: their kind, their encoding, PDF files, plain text."""
