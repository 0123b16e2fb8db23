"""Several open a new SQLite file in one moment: SQLite does not wait by itself where it is made WAL."""

import sqlite3
from threading import Timer

import sqlalchemy as sa

from storage.sqlite import engine


def test_den_som_aapner_en_ny_fil_venter_paa_den_som_er_i_gang(tmp_path):
    fil = str(tmp_path / "ny.db")
    foerst = sqlite3.connect(fil, isolation_level=None, check_same_thread=False)
    foerst.execute("BEGIN IMMEDIATE")
    ferdig = Timer(0.2, foerst.close)
    ferdig.start()

    with engine(fil, "BEGIN IMMEDIATE").connect() as conn:
        assert conn.execute(sa.text("PRAGMA journal_mode")).scalar_one() == "wal"
    ferdig.join()
