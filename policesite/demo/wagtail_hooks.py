from wagtail import hooks

from .loading import LOADED


@hooks.register("register_log_actions")
def name_the_load(actions):
    actions.register_action(LOADED, "Load the demonstration", "Demonstration loaded")
