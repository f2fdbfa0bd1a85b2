"""Other futures beside the plan: scenarios and sweeps. Nothing here touches a real limit or the plan."""
