"""The PostgreSQL server that the tests use, and databases on it.

Several hundred migrations take long, and every parallel process and the demonstration need a database with all of them
applied. It is made once for each state of the migrations, and the others are copied from it.
"""

import hashlib
import os
import subprocess
import sys
from pathlib import Path
from urllib.parse import quote

import psycopg
from django.apps import apps
from django.conf import settings
from psycopg import sql

PREFIX = "policesite_template_"
ONE_AT_A_TIME = 7_201_954  # an advisory lock; any number that nobody else uses


def create_database(name: str) -> None:
    """Make the database `name` anew, with every migration applied."""
    template = migrated_template()
    with maintenance() as connection:
        _execute(connection, "DROP DATABASE IF EXISTS {} WITH (FORCE)", name)
        _execute(connection, "CREATE DATABASE {} TEMPLATE {}", name, template)


def drop_database(name: str) -> None:
    with maintenance() as connection:
        _execute(connection, "DROP DATABASE IF EXISTS {} WITH (FORCE)", name)


def migrated_template() -> str:
    """The name of a database to copy, made when there is none for the migrations as they are now."""
    name = PREFIX + _state_of_migrations()
    with maintenance() as connection:
        connection.execute("SELECT pg_advisory_lock(%s)", [ONE_AT_A_TIME])
        known = {row[0] for row in connection.execute("SELECT datname FROM pg_database WHERE datname LIKE %s", [PREFIX + "%"])}
        if name not in known:
            _make_template(connection, name)
            for old in known:
                _execute(connection, "DROP DATABASE IF EXISTS {} WITH (FORCE)", old)
    return name


def maintenance() -> psycopg.Connection:
    """A connection to the server itself; what it is asked to do, it does at once."""
    return psycopg.connect(**_server(), dbname="postgres", autocommit=True)


def url_of(database: str) -> str:
    """DATABASE_URL for a database on this server, in libpq's longer form: that one can name a socket's folder."""
    server = {name: quote(str(value), safe="") for name, value in _server().items() if value}
    who = f"{server.pop('user', 'postgres')}:{server.pop('password', '')}"
    return f"postgres://{who}@/{database}?" + "&".join(f"{name}={value}" for name, value in server.items())


def manage(*command: str, **environment: str) -> None:
    """Run one of the project's commands as `make run` would; an AssertionError carries what it said."""
    done = subprocess.run(
        [sys.executable, "manage.py", *command], cwd=settings.BASE_DIR, env=os.environ | environment, capture_output=True, text=True
    )
    assert done.returncode == 0, f"manage.py {' '.join(command)} failed:\n{done.stdout[-2000:]}\n{done.stderr[-4000:]}"


def _make_template(connection: psycopg.Connection, name: str) -> None:
    unfinished = "policesite_unfinished_template"
    _execute(connection, "DROP DATABASE IF EXISTS {} WITH (FORCE)", unfinished)
    _execute(connection, "CREATE DATABASE {} TEMPLATE template0", unfinished)
    manage("migrate", "--verbosity=0", DJANGO_SETTINGS_MODULE="policesite.settings.demonstration", DATABASE_URL=url_of(unfinished))
    _execute(connection, "ALTER DATABASE {} RENAME TO {}", unfinished, name)


def _state_of_migrations() -> str:
    """A hash of every migration file, ours and the libraries'."""
    digest = hashlib.sha256()
    for app in sorted(apps.get_app_configs(), key=lambda app: app.label):
        for file in sorted((Path(app.path) / "migrations").glob("*.py")):
            digest.update(f"{app.label} {file.name} ".encode() + file.read_bytes())
    digest.update((settings.BASE_DIR / "policesite/users/roles.py").read_bytes())  # migrations call it
    return digest.hexdigest()[:12]


def _server() -> dict:
    database = settings.DATABASES["default"]
    return {name: database.get(key) or None for name, key in (("host", "HOST"), ("port", "PORT"), ("user", "USER"), ("password", "PASSWORD"))}


def _execute(connection: psycopg.Connection, statement: str, *names: str) -> None:
    connection.execute(sql.SQL(statement).format(*map(sql.Identifier, names)))
