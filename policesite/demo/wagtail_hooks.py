from wagtail import hooks

LOADED = "demo.load"  # the entry in the site history by which the demonstration knows its own again


@hooks.register("register_log_actions")
def name_the_load(actions):
    actions.register_action(LOADED, "Load the demonstration", "Demonstration loaded")
