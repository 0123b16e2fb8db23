"""The database: tables, unit of work and migrations.

`storage.store.open_store` opens it and `storage.migrate.upgrade` brings its schema up. Import
them from there: `migrate` is light, `store` brings SQLAlchemy with it.
"""
