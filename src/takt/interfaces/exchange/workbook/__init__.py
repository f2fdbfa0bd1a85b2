"""Wishes in and plans out as Excel workbooks: pure bytes, without Django, for the command line and the web.

An upload is a hostile file: ``grid`` opens it in a limited child process, ``reading`` turns cells into
``content``, ``completing`` replaces missing estimates by stated defaults, ``building`` makes the planner's
problem. ``template`` and ``writing`` make workbooks that a civil servant can read and print.
"""
