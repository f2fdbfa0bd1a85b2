// The little that HTML and htmx cannot do by themselves. Pages read and work without it.
"use strict";
