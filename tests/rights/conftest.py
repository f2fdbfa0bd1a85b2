from tests.interfaces.demonstration.conftest import fjordby, loaded_once

__all__ = ["fjordby", "loaded_once"]
