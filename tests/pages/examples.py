"""The examples of the pages, run: for each table what the engine finds for its inputs.

A runner gets the rows of one table and the text around it, reads the inputs from the cells and
returns for each row the cells that it computed.
"""

from tests.pages.concluded import award, failure, failure_by_people, opening
from tests.pages.judged import (
    bid_bond,
    blacklist,
    business_size,
    days,
    exceptions,
    proof,
    proof_scope,
    votes,
)
from tests.pages.priced import ceiling, correction, performance_bond, pool, ranking

RUNNERS = {
    "evaluasi-administrasi": (bid_bond, days),
    "evaluasi-harga": (ceiling, ranking),
    "evaluasi-kualifikasi": (blacklist, business_size),
    "evaluasi-teknis": (votes, exceptions),
    "jaminan-pelaksanaan": (performance_bond,),
    "koreksi-aritmatik": (correction,),
    "pembukaan": (opening,),
    "pembuktian-kualifikasi": (proof_scope, proof),
    "penawaran-dievaluasi": (pool,),
    "penetapan": (award,),
    "tender-gagal": (failure, failure_by_people),
}
