"""The parts of `/config`: who may use it, its groups of commands, its buttons and its panel."""
