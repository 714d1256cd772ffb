"""How gunicorn serves the demonstration: `policesite.serve` starts it with this file."""

wsgi_app = "policesite.wsgi"
worker_class = "policesite.gunicorn_worker.Worker"
workers = 2
threads = 4
timeout = 30  # seconds a request may take
graceful_timeout = 5  # seconds that requests in hand get when the server stops
accesslog = None  # never: it would put an address beside a page
loglevel = "warning"
control_socket_disable = True
proc_name = "policesite"
