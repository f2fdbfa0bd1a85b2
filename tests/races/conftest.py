import os

collect_ignore = [] if os.environ.get("DATABASE_URL", "").startswith("postgres") else ["test_at_once.py"]
