"""The verbs of the command line, a module each: HELP, add_arguments, and run."""
