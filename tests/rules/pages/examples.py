"""The examples of the pages, run: for each table what the engine finds for its inputs.

A runner gets the rows of one table and the text around it, reads the inputs from the cells and
returns for each row the cells that it computed.
"""

from tests.rules.pages.alone import before_proof, one_bid
from tests.rules.pages.auctioned import lowered, two_bids
from tests.rules.pages.bonded import appeal_bond, performance_bond, talked_down
from tests.rules.pages.capable import finances, highest_contract, lead, packages
from tests.rules.pages.compared import listed, prices
from tests.rules.pages.concluded import (
    award,
    award_of_seleksi,
    failure,
    failure_by_people,
    opening,
    unreadable,
)
from tests.rules.pages.consulted import (
    all_over_budget,
    lowest_cost,
    quality,
    quality_and_cost,
    quality_weights,
    unrounded,
    within_budget,
)
from tests.rules.pages.counted import appealing, objecting, service, validity
from tests.rules.pages.experienced import jobs, papers, ratings
from tests.rules.pages.flagged import differences
from tests.rules.pages.highpriced import unbalanced
from tests.rules.pages.judged import (
    abstentions,
    bid_bond,
    blacklist,
    business_size,
    days,
    exceptions,
    proof,
    proof_scope,
    votes,
)
from tests.rules.pages.leaving import withdrawals
from tests.rules.pages.lowpriced import (
    analyses,
    below_the_line,
    coefficients,
    of_goods,
    price_fallbacks,
)
from tests.rules.pages.merit import (
    life_cycle,
    lowest_over_threshold,
    merit,
    merit_weights,
    price_scores,
)
from tests.rules.pages.objected import appeals, causes_of_objections, objections, states
from tests.rules.pages.opened import agreed_bound, in_turn, negotiations, two_files, two_stages
from tests.rules.pages.panels import components, panel_of, unsur_weights
from tests.rules.pages.preferred import (
    by_line,
    commitment,
    equal_hea,
    preference_bounds,
    preferred,
    services,
)
from tests.rules.pages.priced import ceiling, correction, person_months, pool, ranking
from tests.rules.pages.qualified import causes, intake, rounds, short_list

RUNNERS = {
    "biaya-terendah": (lowest_cost,),
    "dua-tahap": (two_stages,),
    "evaluasi-administrasi": (bid_bond, days),
    "evaluasi-harga": (ceiling, ranking),
    "evaluasi-kualifikasi": (blacklist, business_size),
    "evaluasi-teknis": (votes, exceptions),
    "harga-satuan-timpang": (unbalanced,),
    "harga-terendah-ambang-batas": (lowest_over_threshold,),
    "jadwal": (validity, service),
    "jaminan-pelaksanaan": (performance_bond, talked_down, appeal_bond),
    "kemampuan-usaha": (packages, highest_contract, finances, lead),
    "kesamaan": (prices, listed),
    "kewajaran-harga": (below_the_line, analyses, price_fallbacks, coefficients, of_goods),
    "kinerja-penyedia": (ratings,),
    "koreksi-aritmatik": (correction, person_months),
    "kualitas": (quality,),
    "kualitas-biaya": (quality_and_cost, unrounded, quality_weights),
    "masa-sanggah": (objecting, appealing),
    "negosiasi": (negotiations, agreed_bound),
    "nilai-teknis": (panel_of, components, unsur_weights),
    "pagu-anggaran": (within_budget, all_over_budget),
    "pembukaan": (opening, unreadable),
    "pembukaan-harga": (two_files, in_turn),
    "pembuktian-kualifikasi": (proof_scope, proof),
    "penanda-risiko": (differences,),
    "penawaran-dievaluasi": (pool,),
    "penetapan": (award, award_of_seleksi),
    "pengalaman": (jobs,),
    "anggota-berhalangan": (abstentions,),
    "pengunduran-diri": (withdrawals,),
    "prakualifikasi": (intake, rounds, short_list),
    "prakualifikasi-gagal": (causes,),
    "preferensi-harga": (preference_bounds, preferred, equal_hea, by_line, services, commitment),
    "reverse-auction": (two_bids, lowered),
    "sanggah": (objections, causes_of_objections, states),
    "sanggah-banding": (appeals,),
    "satu-penawaran": (one_bid, before_proof),
    "sistem-nilai": (price_scores, merit, merit_weights),
    "surat-berjangka-waktu": (papers,),
    "tender-gagal": (failure, failure_by_people),
    "umur-ekonomis": (life_cycle,),
}
