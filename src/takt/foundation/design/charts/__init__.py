"""Charts drawn by the server: values in, safe HTML or SVG out. No scripts, no styles in the markup.

SVG has no viewBox: x in per cent, y in pixels, so that text never scales and charts reflow by themselves.
The limit is always drawn the same way, and what exceeds it is said in words as well.
"""
