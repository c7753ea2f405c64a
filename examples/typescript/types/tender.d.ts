// Made by make-types.mjs of the schemas of Tender.

/**
 * Something that happened, by its type.
 */
export type Event =
  | Deadline
  | Extension
  | Closing
  | PriceOpening
  | Clarification
  | Negotiation
  | ReverseAuction
  | Withdrawal
  | RankingDecision
  | Confirmation
  | TypingConfirmation
  | Award
  | FailureAct
  | Cancellation
  | Announcement
  | Objection
  | ObjectionAnswer
  | Appeal
  | BondClarification
  | AppealAnswer
  | ObjectionPeriodEnd
  | AwardProposal
  | Refusal
  | Explanation
  | Appointment
  | DeclaredInterest
  | Invitation
  | Letter
  | Minutes;
/**
 * The rules of this rulebook, by the titles that papers print, as they were read: administration.bid_bond: Jaminan penawaran (Perpres 16/2018 Pasal 31 ayat (1), Perpres 16/2018 Pasal 30 ayat (2)); administration.bid_validity: Masa berlaku penawaran (Perpres 16/2018 Pasal 1 angka 43); administration.completion: Jangka waktu pelaksanaan (Perpres 16/2018 Pasal 1 angka 43); administration.criteria: Persyaratan administrasi dinilai Pokja Pemilihan (Perpres 16/2018 Pasal 50 ayat (1) huruf f); administration.kso_agreement: Surat perjanjian KSO (Perpres 16/2018 Pasal 1 angka 43, Permen PUPR 14/2020 isi dokumen penawaran, surat perjanjian KSO); auction.price: Harga penawaran secara berulang (E-reverse Auction) (Perpres 16/2018 Pasal 50 ayat (11), Panduan e-reverse auction Kalimantan Timur penawaran harga secara berulang); award.act: Tindakan penetapan (Perpres 16/2018 Pasal 50 ayat (1) huruf g); award.decider: Yang menetapkan pemenang (Perpres 16/2018 Pasal 13 ayat (1) huruf c angka 1, Perpres 16/2018 Pasal 9 ayat (1) huruf n angka 1); award.decider_of_seleksi: Yang menetapkan pemenang Seleksi (Perpres 16/2018 Pasal 13 ayat (1) huruf c angka 2, Perpres 16/2018 Pasal 9 ayat (1) huruf n angka 2); award.proposed: Pemenang dan pemenang cadangan (Model Dokumen Pemilihan IKP 33, Permen PUPR 14/2020 Pasal 98 ayat (1)); correction.binding: Dua total yang dinyatakan berbeda (Perpres 16/2018 Pasal 27 ayat (3)); correction.blank_price: Harga satuan kosong dianggap termasuk dalam harga satuan lain (Perka LKPP 14/2012 koreksi aritmatik, harga satuan yang tidak diisi); correction.extra_item: Jenis pekerjaan di luar Dokumen Pemilihan dikeluarkan (Perka LKPP 14/2012 koreksi aritmatik, penyesuaian jenis pekerjaan); correction.lumsum: Lumsum: total yang ditawarkan mengikat (Perpres 16/2018 Pasal 27 ayat (3), Perka LKPP 14/2012 koreksi aritmatik kontrak lumsum); correction.missing_item: Jenis pekerjaan yang tidak dicantumkan dimasukkan dengan harga satuan nol (Perka LKPP 14/2012 koreksi aritmatik, jenis pekerjaan yang tidak dicantumkan); correction.person_months: Waktu penugasan dikoreksi seperti harga satuan (Perpres 16/2018 Pasal 27 ayat (8)); correction.price: Harga penawaran dapat dikoreksi (Perpres 16/2018 Pasal 67 ayat (8)); correction.product: Hasil perkalian volume dengan harga satuan dikoreksi (Perka LKPP 14/2012 koreksi aritmatik, perkalian volume dengan harga satuan); correction.ready_made: Total yang telah dikoreksi oleh SPSE atau Pokja Pemilihan (SPSE koreksi aritmatik otomatis); correction.rounding: Pembulatan menurut Dokumen Pemilihan (Perpres 16/2018 Pasal 1 angka 43); correction.sum: Penjumlahan dikoreksi (Perka LKPP 14/2012 koreksi aritmatik, penjumlahan); correction.vat_rate: Tarif PPN baris terkoreksi (Perpres 16/2018 Pasal 26 ayat (4)); correction.volume: Volume disamakan dengan Dokumen Pemilihan (Perka LKPP 14/2012 koreksi aritmatik, volume atau jenis pekerjaan); correction.written_rounding: Pembulatan tulisan (Perka LKPP 14/2012 koreksi aritmatik, perkalian volume dengan harga satuan); equalization.criteria: Penyetaraan teknis dinilai Pokja Pemilihan (Perpres 16/2018 Pasal 40 ayat (4) huruf d, Standar Dokumen Pengadaan sebelum Perpres 16/2018 penyetaraan teknis); intake.submitted: Dokumen kualifikasi yang masuk (Perpres 16/2018 Pasal 44 ayat (6), Perpres 16/2018 Pasal 50 ayat (1) huruf a); listing.act: Tindakan penetapan hasil kualifikasi (Perpres 16/2018 Pasal 50 ayat (1) huruf a); listing.alone: Satu peserta yang lulus prakualifikasi ulang (Perpres 16/2018 Pasal 51 ayat (5) huruf b); listing.enough: Jumlah peserta yang lulus prakualifikasi (Perpres 16/2018 Pasal 51 ayat (1) huruf b); listing.enough_in_repeat: Jumlah peserta yang lulus prakualifikasi ulang (Perpres 16/2018 Pasal 51 ayat (5) huruf a); listing.listed: Daftar peserta Tender (Perpres 16/2018 Pasal 44 ayat (7) huruf a); listing.shortlisted: Daftar pendek peserta Seleksi (Perpres 16/2018 Pasal 44 ayat (7) huruf b, Modul pelatihan LKPP 3.3.2 Prakualifikasi); negotiation.ceiling: Batas hasil negosiasi (tanpa teks batas hasil negosiasi Seleksi); negotiation.one_bid: Klarifikasi dan negosiasi dengan satu penawar (Standar Dokumen Pengadaan sebelum Perpres 16/2018 IKP 27.15); negotiation.one_bid_ceiling: Negosiasi tidak menaikkan harga (tanpa teks batas hasil negosiasi dengan satu penawar); negotiation.outcome: Klarifikasi dan negosiasi teknis dan biaya (Perpres 16/2018 Pasal 50 ayat (3)); opening.lpse_statement: Pernyataan LPSE atas berkas yang tidak dapat dibuka (Peraturan LKPP 12/2021 Lampiran I angka 4.2.6); opening.submitted: Penawaran yang masuk dibuka (Perpres 16/2018 Pasal 50 ayat (1) huruf e); opening.unreadable: Berkas penawaran yang tidak dapat dibuka (Peraturan LKPP 12/2021 Lampiran I angka 4.2.6); order.biaya_terendah: Peringkat menurut Biaya Terendah (Perpres 16/2018 Pasal 42 ayat (5), Paparan metode evaluasi Jasa Konsultansi metode Biaya Terendah); order.harga_terendah_ambang_batas: Peringkat menurut Harga Terendah Ambang Batas (Perpres 16/2018 Pasal 39 ayat (4)); order.kualitas: Peringkat menurut Kualitas (Perpres 16/2018 Pasal 42 ayat (3), Paparan metode evaluasi Jasa Konsultansi metode Kualitas); order.kualitas_biaya: Peringkat menurut Kualitas dan Biaya (Perpres 16/2018 Pasal 42 ayat (2)); order.pagu_anggaran: Peringkat menurut Pagu Anggaran (Perpres 16/2018 Pasal 42 ayat (4), Paparan metode evaluasi Jasa Konsultansi metode Pagu Anggaran); order.sistem_nilai: Peringkat menurut Sistem Nilai (Perpres 16/2018 Pasal 39 ayat (2)); order.umur_ekonomis: Peringkat menurut Biaya Selama Umur Ekonomis (Perpres 16/2018 Pasal 39 ayat (3)); panel.abstention: Anggota yang tidak menilai karena berhalangan (Perpres 16/2018 Pasal 7 ayat (1) huruf e); pool.lowest: Penawaran yang dievaluasi (Perpres 16/2018 Pasal 1 angka 43); price.budget: Batas Pagu Anggaran (Perpres 16/2018 Pasal 42 ayat (4)); price.ceiling: Batas tertinggi penawaran yang sah (Perpres 16/2018 Pasal 26 ayat (5) huruf b); price.criteria: Persyaratan harga dinilai Pokja Pemilihan (Perpres 16/2018 Pasal 50 ayat (1) huruf f); price.fairness: Kewajaran harga penawaran (Perpres 16/2018 Pasal 26 ayat (5) huruf a); price.fairness_analysis: Analisis kewajaran harga (Perpres 16/2018 Pasal 26 ayat (5) huruf a); price.life_cycle: Biaya selama umur ekonomis (Perpres 16/2018 Pasal 39 ayat (3)); price.preference: Preferensi harga dan Hasil Evaluasi Akhir (HEA) (Perpres 16/2018 Pasal 67, Buku Saku P3DN dalam PBJP halaman 42); price.unbalanced: Harga satuan timpang (Perpres 16/2018 Pasal 26 ayat (5) huruf a, Perpres 54/2010 Penjelasan Pasal 92); proof.attendance: Kehadiran pada pembuktian kualifikasi (Peraturan LKPP 12/2021 Lampiran I angka 4.1.2); proof.criteria: Pembuktian kualifikasi dinilai Pokja Pemilihan (Peraturan LKPP 12/2021 Lampiran I angka 4.1.2, Perpres 16/2018 Pasal 44 ayat (1)); proof.papers: Surat berlaku pada hari pembuktian kualifikasi (Perpres 16/2018 Pasal 1 angka 43); proof.sikap: Terkualifikasi dalam SIKaP (Perpres 16/2018 Pasal 44 ayat (8)); qualification.blacklist: Tidak masuk Daftar Hitam (Perpres 16/2018 Pasal 1 angka 49); qualification.business_size: Kualifikasi usaha (Perpres 16/2018 Pasal 1 angka 43, Perpres 16/2018 Pasal 17 ayat (1)); qualification.criteria: Persyaratan kualifikasi dinilai Pokja Pemilihan (Perpres 16/2018 Pasal 44 ayat (4)); qualification.experience: Pengalaman (Perpres 16/2018 Pasal 1 angka 43); qualification.kd: Kemampuan Dasar (Perpres 16/2018 Pasal 1 angka 43, Perpres 16/2018 Pasal 17 ayat (1)); qualification.kso_lead: Porsi terbesar pada leadfirm KSO (Perpres 16/2018 Pasal 1 angka 43); qualification.papers: Surat berlaku pada batas akhir pemasukan dokumen (Perpres 16/2018 Pasal 1 angka 43); qualification.performance: Kinerja Penyedia menurut SIKaP (Perpres 16/2018 Pasal 1 angka 43); qualification.screening: Persyaratan prakualifikasi dinilai Pokja Pemilihan (Perpres 16/2018 Pasal 44 ayat (6)); qualification.skn: Sisa Kemampuan Nyata (Perpres 16/2018 Pasal 1 angka 43, Perpres 16/2018 Pasal 17 ayat (1)); qualification.skp: Sisa Kemampuan Paket (Perpres 16/2018 Pasal 1 angka 43, Perpres 16/2018 Pasal 17 ayat (1)); score.criterion: Nilai kriteria dan ambang batasnya (Perpres 16/2018 Pasal 1 angka 43); score.total: Nilai total dan ambang batasnya (Perpres 16/2018 Pasal 1 angka 43); technical.criteria: Persyaratan teknis dinilai Pokja Pemilihan (Perpres 16/2018 Pasal 39 ayat (4)); unsealing.opened: Berkas harga dibuka (Perpres 16/2018 Pasal 40 ayat (1)); unsealing.opened_in_seleksi: Berkas biaya dibuka (Perpres 16/2018 Pasal 43 ayat (2)); withdrawal.extension_refused: Penolakan perpanjangan masa berlaku penawaran (Permen PUPR 14/2020 Pasal 98 ayat (2) sampai dengan ayat (5)); withdrawal.extension_refused_earlier: Penolakan perpanjangan masa berlaku penawaran sebelum Permen PUPR 14/2020 (tanpa teks penolakan perpanjangan masa berlaku penawaran); withdrawal.own: Pengunduran diri (tanpa teks pengunduran diri peserta); withdrawal.without_reason: Pengunduran diri dengan alasan yang tidak dapat diterima (Perpres 16/2018 Pasal 78 ayat (1) huruf d, Perpres 16/2018 Pasal 78 ayat (5) huruf b).
 */
export type RuleId =
  | "administration.bid_bond"
  | "administration.bid_validity"
  | "administration.completion"
  | "administration.criteria"
  | "administration.kso_agreement"
  | "auction.price"
  | "award.act"
  | "award.decider"
  | "award.decider_of_seleksi"
  | "award.proposed"
  | "correction.binding"
  | "correction.blank_price"
  | "correction.extra_item"
  | "correction.lumsum"
  | "correction.missing_item"
  | "correction.person_months"
  | "correction.price"
  | "correction.product"
  | "correction.ready_made"
  | "correction.rounding"
  | "correction.sum"
  | "correction.vat_rate"
  | "correction.volume"
  | "correction.written_rounding"
  | "equalization.criteria"
  | "intake.submitted"
  | "listing.act"
  | "listing.alone"
  | "listing.enough"
  | "listing.enough_in_repeat"
  | "listing.listed"
  | "listing.shortlisted"
  | "negotiation.ceiling"
  | "negotiation.one_bid"
  | "negotiation.one_bid_ceiling"
  | "negotiation.outcome"
  | "opening.lpse_statement"
  | "opening.submitted"
  | "opening.unreadable"
  | "order.biaya_terendah"
  | "order.harga_terendah_ambang_batas"
  | "order.kualitas"
  | "order.kualitas_biaya"
  | "order.pagu_anggaran"
  | "order.sistem_nilai"
  | "order.umur_ekonomis"
  | "panel.abstention"
  | "pool.lowest"
  | "price.budget"
  | "price.ceiling"
  | "price.criteria"
  | "price.fairness"
  | "price.fairness_analysis"
  | "price.life_cycle"
  | "price.preference"
  | "price.unbalanced"
  | "proof.attendance"
  | "proof.criteria"
  | "proof.papers"
  | "proof.sikap"
  | "qualification.blacklist"
  | "qualification.business_size"
  | "qualification.criteria"
  | "qualification.experience"
  | "qualification.kd"
  | "qualification.kso_lead"
  | "qualification.papers"
  | "qualification.performance"
  | "qualification.screening"
  | "qualification.skn"
  | "qualification.skp"
  | "score.criterion"
  | "score.total"
  | "technical.criteria"
  | "unsealing.opened"
  | "unsealing.opened_in_seleksi"
  | "withdrawal.extension_refused"
  | "withdrawal.extension_refused_earlier"
  | "withdrawal.own"
  | "withdrawal.without_reason";
/**
 * The values of the law in this rulebook; a local standard sets some and adds none: appeal.addressed_to: To whom an appeal (sanggah banding) goes (a term); appeal.answer_days: Days in which an appeal (sanggah banding) is answered (a number); appeal.answered_by: Who answers an appeal (sanggah banding) (a term); appeal.complaint: Appeals that are but a complaint (pengaduan) (a term); appeal.days: Days in which an answer may be appealed against (sanggah banding) (a number); appeal.granted: What an appeal (sanggah banding) that is right leads to (a term); appeal.known_for: What procurement knows an appeal (sanggah banding) (a term); auction.fairness: Reasonableness of the price (kewajaran harga) after a reverse auction (a term); auction.prices: Prices in a reverse auction (a term); auction.with_two: Reverse auction where there are only two bids (a term); award.next_for_one_bid: What follows where only one bid came in (a term); award.pokja_up_to: Budget (Pagu Anggaran) up to which the Pokja determines the winner (rupiah); award.pokja_up_to_consultancy: Budget (Pagu Anggaran) up to which the Pokja determines the winner of a Seleksi (rupiah); award.reserves_most: Most reserves of the winner (a number); bid.validity_from: From when the validity of a bid is counted (a term); bond.after_auction: What the performance bond is taken from after a reverse auction (a term); bond.appeal_share: Size of the bond of an appeal (sanggah banding) (a share of one); bond.bid_above: HPS above which a bid bond is asked for (rupiah); bond.bid_least_share: Smallest bid bond (a share of one); bond.bid_most_share: Largest bid bond (a share of one); bond.performance_above: Contract value above which a performance bond is due (rupiah); bond.performance_from_share: Share of the HPS below which the performance bond is taken from the HPS (a share of one); bond.performance_share: Size of the performance bond (a share of one); calendar.workday_end: End of working hours (a number); contract.turnkey: Name of the contract for works that are handed over ready for use (a term); correction.binding_total: The total that binds where two totals differ (a term); correction.extra_item: Kinds of work that the tender document does not have (a term); correction.rounded_to: Rounding of a corrected total where the tender document asks none (a term); correction.terima_jadi: Arithmetic correction of a terima jadi contract, later called putar kunci (a term); correction.vat_rate: PPN rate of a corrected line (a term); correction.waktu_penugasan: Arithmetic correction of a waktu penugasan contract (a term); doubt.total_apart_from: Corrected total far from the stated price (a share of one); experience.exempt_below_years: Age below which a small business is exempt from experience (a number); failure.follow_up_round: Round of a tender ulang whose failure is followed up otherwise (a number); failure.none_passes_effective: When a Tender in which nobody passes is declared failed (a term); fairness.asked_lines: Lines whose unit price analysis is asked for (a term); fairness.coefficient_fallback: Quantities or coefficients that clarification leaves (a term); fairness.comparison: What the reasonableness of a price is compared by (a term); fairness.other_lines: Lines that are not analysed (a term); fairness.price_fallback: Basic unit prices that are not proven (a term); flag.bids_least: Least count of bids of a bidder (a number); flag.disqualified_least: Least count of others disqualified (a number); flag.iqr_distances: Interquartile ranges to the fence of outliers (a number); flag.often_percentile: Percentile of counts of valid bids (percent); flag.population_least: Least population of outliers (a number); flag.short_days: Days for bids below which the time is short (a number); flag.tenders_least: Least count of tenders of a buyer (a number); kd.times_other_services: Factor of the highest contract of jasa lainnya (a number); kd.times_works: Factor of the highest contract of works (a number); kd.whose: Whose contracts count for the Kemampuan Dasar of a KSO (a term); kso.equal_share: A leadfirm's share that equals another member's (a term); kso.members: Requirements met by the members of a KSO (a term); minutes.least_signatures_share: Fewest signatures under minutes (a share of one); negotiation.ceiling: Ceiling of what is negotiated in a Seleksi (a term); negotiation.ceiling_tolerance: How far above the corrected price an agreed one is still accepted (rupiah); negotiation.held_with: Participants with whom a Seleksi is negotiated (a term); negotiation.one_bid: The one bid that is negotiated (a term); negotiation.one_bid_after: When one bid is negotiated (a term); negotiation.one_bid_ceiling: Ceiling of what is negotiated with one bidder (a term); negotiation.one_bid_failed: Talks with one bidder that fail (a term); objection.answer_counted: Which days are counted for the answer to an objection (sanggah) (a term); objection.answer_days: Days in which an objection (sanggah) is answered (a number); objection.complaint: Objections that are but a complaint (pengaduan) (a term); objection.days: Days in which a result may be objected to (masa sanggah) (a number); objection.list_answer_days: Days in which an objection to the result of a prakualifikasi is answered (a number); objection.list_days: Days in which the result of a prakualifikasi may be objected to (a number); objection.list_upheld: What a right and substantial objection to the result of a prakualifikasi leads to (a term); objection.made_by: Who may object (sanggah) (a term); objection.upheld: What a right and substantial objection leads to (a term); opening.least_bids: Fewest bids (a number); panel.abstention: How votes are counted where a member has an interest (a term); panel.least_seats: How many members at least judge a bidder (a number); performance.scale: Order of the ratings of performance in SIKaP (a term); pokja.least_members: Fewest members of a Pokja Pemilihan (a number); pool.refill: How the lowest bids to be evaluated are filled up (a term); preference.above: Value above which a price preference is given (rupiah); preference.combined: HEA of a bid with TKDN by line (a term); preference.contract_price: Contract value with a price preference (a term); preference.equal_hea: Order of bids with an equal HEA (a term); preference.formula: Formula of the HEA (a term); preference.given_for: What a price preference is given for (a term); preference.goods_within: Price preference within other work (a term); preference.least_tkdn: Lowest TKDN for a price preference (percent); preference.line_price: Price of a line in the HEA (a term); preference.measured_by: Value that decides on a price preference (a term); preference.most: Highest price preference (percent); preference.order: Order of bids with a price preference (a term); preference.other_methods: Price preference in Sistem Nilai and Umur Ekonomis (a term); price.breakdown_within: Rounding of a lumsum breakdown stays below (rupiah); price.ceiling_price: The price that is compared with the total HPS (a term); price.ceiling_share: Ceiling of a bid, as a share of the total HPS (a share of one); price.fairness_below_share: Share of the HPS below which a price is looked at for its reasonableness (a share of one); price.unbalanced_above_share: Share of the HPS above which a unit price is clarified (a share of one); price.unbalanced_for: Lines that are looked at for unbalanced unit prices (a term); proof.scope: Participants called to the proof of qualification (a term); qualification.direct_appointment_at: Number passing a prakualifikasi ulang that leads to direct appointment (a number); qualification.extension_below: Number of qualifications below which the deadline is extended (a number); qualification.extension_below_repeat: Number of qualifications of a prakualifikasi ulang below which the deadline is extended (a number); qualification.later_repeat: A prakualifikasi ulang after a prakualifikasi ulang (a term); qualification.least_passing: Fewest participants who pass a prakualifikasi (a number); qualification.least_passing_repeat: Fewest participants who pass a prakualifikasi ulang for it to go on (a number); qualification.least_submitted: Fewest qualifications handed in (a number); qualification.none_again: What follows a prakualifikasi ulang that nobody passes (a term); qualification.repeat_from_round: Round from which a prakualifikasi is an ulang (a number); qualification.shortlist_most: Most participants of a shortlist (a number); qualification.shortlist_order: Order of a shortlist (a term); qualification.small: Businesses for which the rules for small businesses hold (a term); qualification.window: Last day of the years within which experience counts (a term); ranking.equal_price: Order of bids with an equal price (a term); ranking.equal_score: Order of bids with an equal combined score (a term); refusal.decided_by: Who decides where the PPK refuses the result (a term); schedule.announcement_least: Least days of announcement in SPSE (a number); schedule.award_after_proof: Days after the proof in which SPSE has the winner determined and announced (a number); schedule.explanation_after: Days before an explanation in SPSE (a number); schedule.upload_least: Least days for bids after the explanation in SPSE (a number); scores.after_equalization: Technical score after equalization (a term); scores.lowest_among: Among which bids the lowest price of a price score is (a term); scores.price_formula: Formula of the score of costs (a term); scores.price_formula_sistem_nilai: Formula of the score of prices in Sistem Nilai (a term); segment.small_up_to: Budget up to which a package is for small businesses and cooperatives (rupiah); segment.works_medium_up_to: Budget up to which works are for medium businesses (rupiah); service.pascakualifikasi_days: Days of service of a pascakualifikasi, from the opening to the act (a number); service.prakualifikasi_days: Days of service of a prakualifikasi, from its announcement to that of its result (a number); similar.chance_most: Greatest chance of a similarity that is listed (a share of one); similar.clique_within: Most bidders of a group that is looked through (a number); similar.errors_least: Least count of same errors of arithmetic that is listed (a number); similar.lines_least: Least count of lines from which on a similarity of prices is listed (a number); similar.ratio_steps_least: Least count of rounding steps of a price from which its ratio is compared (a number); similar.share_least: Least share of the compared lines from which on a similarity is listed (a share of one); similar.together_least: Least count of tenders in which two bid together (a number); similar.umum: Values that point to nobody (a term); similar.weak_shared_most: Most bidders that share a weak value which joins (a number); skn.least_share: Least SKN as a share of the total of the HPS (a share of one); skp.kp_factor: Factor of the most packages handled at once (N) (a number); skp.kp_other: Packages that any other business can handle (KP) (a number); skp.kp_reading: How 6 or 1.2 N is read (a term); skp.kp_small: Packages that a small business can handle (KP) (a number); skp.least: Least SKP (a number); slip.at_share_within: Corrected total on the very line of the fairness evaluation (rupiah); slip.scores_apart_from: Scores of members that are far apart (a share of one); umur_ekonomis.discounting: Present value of costs over the economic life (a term); unsealing.in_turn: Opening of costs in the method Kualitas (a term); unsealing.no_second_offer: A second offer that is not handed in (a term); unsealing.whose: Participants whose price files are opened (a term); vat.base: Tax base of PPN that is not on luxuries, as a part of the price (a term); vat.rate: PPN rate (percent); weights.kualitas_biaya_technical_least: Lowest technical weight in Kualitas dan Biaya (percent); weights.kualitas_biaya_technical_most: Highest technical weight in Kualitas dan Biaya (percent); weights.sistem_nilai_technical_least: Lowest technical weight in Sistem Nilai (percent); weights.sistem_nilai_technical_most: Highest technical weight in Sistem Nilai (percent); weights.unsur_pengalaman_least: Lowest weight of the unsur pengalaman (percent); weights.unsur_pengalaman_most: Highest weight of the unsur pengalaman (percent); weights.unsur_proposal_teknis_least: Lowest weight of the unsur proposal teknis (percent); weights.unsur_proposal_teknis_most: Highest weight of the unsur proposal teknis (percent); weights.unsur_tenaga_ahli_least: Lowest weight of the unsur tenaga ahli (percent); weights.unsur_tenaga_ahli_most: Highest weight of the unsur tenaga ahli (percent); withdrawal.blacklist_years: Years on the Daftar Hitam after a withdrawal (a number); withdrawal.effect: Effect of a withdrawal (a term); withdrawal.refused_extension: Refusing to extend the validity of a bid (a term).
 */
export type ParamId =
  | "appeal.addressed_to"
  | "appeal.answer_days"
  | "appeal.answered_by"
  | "appeal.complaint"
  | "appeal.days"
  | "appeal.granted"
  | "appeal.known_for"
  | "auction.fairness"
  | "auction.prices"
  | "auction.with_two"
  | "award.next_for_one_bid"
  | "award.pokja_up_to"
  | "award.pokja_up_to_consultancy"
  | "award.reserves_most"
  | "bid.validity_from"
  | "bond.after_auction"
  | "bond.appeal_share"
  | "bond.bid_above"
  | "bond.bid_least_share"
  | "bond.bid_most_share"
  | "bond.performance_above"
  | "bond.performance_from_share"
  | "bond.performance_share"
  | "calendar.workday_end"
  | "contract.turnkey"
  | "correction.binding_total"
  | "correction.extra_item"
  | "correction.rounded_to"
  | "correction.terima_jadi"
  | "correction.vat_rate"
  | "correction.waktu_penugasan"
  | "doubt.total_apart_from"
  | "experience.exempt_below_years"
  | "failure.follow_up_round"
  | "failure.none_passes_effective"
  | "fairness.asked_lines"
  | "fairness.coefficient_fallback"
  | "fairness.comparison"
  | "fairness.other_lines"
  | "fairness.price_fallback"
  | "flag.bids_least"
  | "flag.disqualified_least"
  | "flag.iqr_distances"
  | "flag.often_percentile"
  | "flag.population_least"
  | "flag.short_days"
  | "flag.tenders_least"
  | "kd.times_other_services"
  | "kd.times_works"
  | "kd.whose"
  | "kso.equal_share"
  | "kso.members"
  | "minutes.least_signatures_share"
  | "negotiation.ceiling"
  | "negotiation.ceiling_tolerance"
  | "negotiation.held_with"
  | "negotiation.one_bid"
  | "negotiation.one_bid_after"
  | "negotiation.one_bid_ceiling"
  | "negotiation.one_bid_failed"
  | "objection.answer_counted"
  | "objection.answer_days"
  | "objection.complaint"
  | "objection.days"
  | "objection.list_answer_days"
  | "objection.list_days"
  | "objection.list_upheld"
  | "objection.made_by"
  | "objection.upheld"
  | "opening.least_bids"
  | "panel.abstention"
  | "panel.least_seats"
  | "performance.scale"
  | "pokja.least_members"
  | "pool.refill"
  | "preference.above"
  | "preference.combined"
  | "preference.contract_price"
  | "preference.equal_hea"
  | "preference.formula"
  | "preference.given_for"
  | "preference.goods_within"
  | "preference.least_tkdn"
  | "preference.line_price"
  | "preference.measured_by"
  | "preference.most"
  | "preference.order"
  | "preference.other_methods"
  | "price.breakdown_within"
  | "price.ceiling_price"
  | "price.ceiling_share"
  | "price.fairness_below_share"
  | "price.unbalanced_above_share"
  | "price.unbalanced_for"
  | "proof.scope"
  | "qualification.direct_appointment_at"
  | "qualification.extension_below"
  | "qualification.extension_below_repeat"
  | "qualification.later_repeat"
  | "qualification.least_passing"
  | "qualification.least_passing_repeat"
  | "qualification.least_submitted"
  | "qualification.none_again"
  | "qualification.repeat_from_round"
  | "qualification.shortlist_most"
  | "qualification.shortlist_order"
  | "qualification.small"
  | "qualification.window"
  | "ranking.equal_price"
  | "ranking.equal_score"
  | "refusal.decided_by"
  | "schedule.announcement_least"
  | "schedule.award_after_proof"
  | "schedule.explanation_after"
  | "schedule.upload_least"
  | "scores.after_equalization"
  | "scores.lowest_among"
  | "scores.price_formula"
  | "scores.price_formula_sistem_nilai"
  | "segment.small_up_to"
  | "segment.works_medium_up_to"
  | "service.pascakualifikasi_days"
  | "service.prakualifikasi_days"
  | "similar.chance_most"
  | "similar.clique_within"
  | "similar.errors_least"
  | "similar.lines_least"
  | "similar.ratio_steps_least"
  | "similar.share_least"
  | "similar.together_least"
  | "similar.umum"
  | "similar.weak_shared_most"
  | "skn.least_share"
  | "skp.kp_factor"
  | "skp.kp_other"
  | "skp.kp_reading"
  | "skp.kp_small"
  | "skp.least"
  | "slip.at_share_within"
  | "slip.scores_apart_from"
  | "umur_ekonomis.discounting"
  | "unsealing.in_turn"
  | "unsealing.no_second_offer"
  | "unsealing.whose"
  | "vat.base"
  | "vat.rate"
  | "weights.kualitas_biaya_technical_least"
  | "weights.kualitas_biaya_technical_most"
  | "weights.sistem_nilai_technical_least"
  | "weights.sistem_nilai_technical_most"
  | "weights.unsur_pengalaman_least"
  | "weights.unsur_pengalaman_most"
  | "weights.unsur_proposal_teknis_least"
  | "weights.unsur_proposal_teknis_most"
  | "weights.unsur_tenaga_ahli_least"
  | "weights.unsur_tenaga_ahli_most"
  | "withdrawal.blacklist_years"
  | "withdrawal.effect"
  | "withdrawal.refused_extension";
/**
 * The cells of a price that may be corrected.
 */
export type CorrectedField =
  "quantity" | "person_months" | "amount" | "unit_price" | "vat_percent" | "stated_total" | "corrected_total";
/**
 * The figures by which bids may be ordered.
 */
export type OrderingFigure =
  "harga_terkoreksi" | "nilai_akhir" | "nilai_teknis" | "biaya_umur_ekonomis" | "hea" | "harga_reverse_auction";
/**
 * What may follow a result under this rulebook.
 */
export type FollowUp =
  | "tender_ulang"
  | "evaluasi_penawaran_ulang"
  | "penyampaian_penawaran_ulang"
  | "penunjukan_langsung"
  | "menurut_penyebab"
  | "negosiasi"
  | "reverse_auction"
  | "prakualifikasi_ulang"
  | "evaluasi_kualifikasi_ulang"
  | "penyampaian_kualifikasi_ulang"
  | "cari_penyebab";
/**
 * On what a tender may fail under this rulebook.
 */
export type GroundId =
  | "pembatalan"
  | "perpres-16-2018:51(2)a"
  | "perpres-16-2018:51(2)b"
  | "perpres-16-2018:51(2)c"
  | "perpres-16-2018:51(2)d"
  | "perpres-16-2018:51(2)e"
  | "perpres-16-2018:51(2)f"
  | "perpres-16-2018:51(2)g"
  | "perpres-16-2018:51(2)h"
  | "perpres-16-2018:51(2)i"
  | "perpres-16-2018:51(1)a"
  | "perpres-16-2018:51(1)b"
  | "lkpp-12-2021:4.2.14.a.c"
  | "lkpp-12-2021:4.2.14.a.i"
  | "lkpp-12-2021:4.2.14.a.k"
  | "lkpp-12-2021:4.2.14.a.l"
  | "lkpp-12-2021:4.1.1.j:kesalahan_evaluasi"
  | "lkpp-12-2021:4.1.1.j:gangguan_spse"
  | "lkpp-12-2021:4.1.1.j:kesalahan_dokumen"
  | "lkpp-12-2021:4.1.1.j:persekongkolan"
  | "lkpp-12-2021:4.1.1.j:diskriminatif"
  | "lkpp-12-2021:4.1.1.j:kecurangan_pengumuman";
/**
 * The periods of the law that this rulebook has.
 */
export type PeriodId =
  | "pengumuman"
  | "penjelasan"
  | "pemasukan"
  | "masa_sanggah"
  | "jawaban_sanggah"
  | "masa_sanggah_banding"
  | "jawaban_sanggah_banding"
  | "masa_berlaku_penawaran"
  | "jaminan_penawaran"
  | "layanan";
/**
 * What people may have to do next.
 */
export type NextAct =
  | "penetapan"
  | "usul_penetapan"
  | "pernyataan_gagal"
  | "pengumuman"
  | "akhir_masa_sanggah"
  | "jawaban_sanggah"
  | "akhir_masa_sanggah_banding"
  | "klarifikasi_jaminan"
  | "jawaban_sanggah_banding"
  | "tindak_lanjut_sanggah_banding"
  | "negosiasi"
  | "tindakan_sesuai"
  | "sppbj"
  | "keputusan_pa"
  | "pemasukan_penawaran"
  | "catatan_berikutnya";
/**
 * What an evaluation under this rulebook may await.
 */
export type Need =
  | "fakta"
  | "penilaian"
  | "pengganti_anggota"
  | "penilaian_tahap"
  | "catatan_pembuktian"
  | "nilai"
  | "pembukaan_harga"
  | "harga"
  | "rincian_harga"
  | "tarif_ppn_lumsum"
  | "biaya_umur_ekonomis"
  | "negosiasi"
  | "negosiasi_lanjutan"
  | "batas_pemasukan"
  | "tkdn"
  | "pernyataan_lpse"
  | "batas_komitmen_tkdn"
  | "hasil_reverse_auction"
  | "faktor_skp"
  | "faktor_kd"
  | "faktor_skn"
  | "perpanjangan"
  | "penutupan"
  | "keputusan_peringkat"
  | "konfirmasi_isian";
/**
 * What an evaluation under this rulebook may bring to notice.
 */
export type NoticeCode =
  | "BERAKHIR_SEBELUM_WAKTUNYA"
  | "DASAR_TINDAKAN_TIDAK_TERCATAT"
  | "LEWAT_BATAS_WAKTU"
  | "MASA_SANGGAH_BELUM_BERAKHIR"
  | "WAKTU_SPSE"
  | "BARIS_TAMBAHAN"
  | "BARIS_TIDAK_DITAWARKAN"
  | "BIAYA_DI_ATAS_HPS"
  | "DAFTAR_HITAM_TIDAK_DIMINTA"
  | "GAGAL_SEBELUM_AKHIR_MASA_SANGGAH"
  | "HARGA_SATUAN_KOSONG"
  | "HARGA_TANPA_PENAWARAN"
  | "JAMINAN_PENAWARAN_DI_LUAR_RENTANG"
  | "JAMINAN_PENAWARAN_TIDAK_DIMINTA"
  | "JAMINAN_PENAWARAN_TIDAK_DIWAJIBKAN"
  | "KONFIRMASI_BERBEDA"
  | "KOREKSI_BERBEDA"
  | "SEGMENTASI_BERBEDA"
  | "KUALIFIKASI_USAHA_TIDAK_DIMINTA"
  | "DASAR_GAGAL_TIDAK_PASTI"
  | "PENAWARAN_TERENDAH_BELUM_PASTI"
  | "NILAI_BERJAUHAN"
  | "PESERTA_PENGULANGAN"
  | "PAKET_SEBELUMNYA_TIDAK_DISEBUT"
  | "NEGOSIASI_LEBIH_TINGGI"
  | "PEMBUKAAN_HARGA_TERLALU_DINI"
  | "SANGGAH_BELUM_DIJAWAB"
  | "PENAWARAN_SEBELUM_DAFTAR"
  | "PEMASUKAN_KURANG_DARI_TIGA"
  | "PENILAIAN_SEBELUM_REVERSE_AUCTION"
  | "ANGGOTA_TIDAK_MENILAI"
  | "KEPENTINGAN_BELUM_DINYATAKAN"
  | "PERNYATAAN_KEPENTINGAN_TERLAMBAT"
  | "PENILAIAN_ANGGOTA_BERHALANGAN"
  | "PENILAIAN_TANPA_DOKUMEN"
  | "PENILAIAN_TIDAK_DIPAKAI"
  | "REZIM_BELUM_DIBACA"
  | "RINCIAN_HPS_BERBEDA"
  | "RINCIAN_LUMSUM_BERBEDA"
  | "SAMA_DIURUTKAN_NILAI_TEKNIS"
  | "SANGGAH_BENAR_SUBSTANSIAL"
  | "SURAT_PADA_PENETAPAN"
  | "TARIF_PPN_DUA_BACAAN"
  | "TARIF_PPN_BERBEDA"
  | "SELISIH_DI_BAWAH_SEN"
  | "TEPAT_80_PERSEN"
  | "TINDAKAN_BERBEDA"
  | "TOTAL_BERBEDA"
  | "TOTAL_SAMA"
  | "UNSUR_TIDAK_DISEBUT"
  | "BERITA_ACARA_TIDAK_DIPAKAI"
  | "PENETAPAN_TANPA_BERITA_ACARA"
  | "URUTAN_WAKTU"
  | "ALASAN_MENGUNDURKAN_DIRI"
  | "ANALISIS_BELUM_LENGKAP"
  | "ANALISIS_TIDAK_DIPAKAI"
  | "ANALISIS_HARGA_DIMINTA"
  | "CATATAN_TIMPANG_TIDAK_DIPAKAI"
  | "HARGA_ANALISIS_BERBEDA"
  | "HARGA_SATUAN_TIMPANG"
  | "JAMINAN_SANGGAH_BANDING"
  | "KEWAJARAN_BERBEDA"
  | "KEWAJARAN_TANPA_ANALISIS"
  | "NEGOSIASI_BACAAN_LAIN"
  | "NEGOSIASI_TIDAK_DIPAKAI"
  | "PENGUNDURAN_DIRI_TANPA_SANKSI"
  | "PENGUNDURAN_DIRI_TIDAK_DIPAKAI"
  | "BATAS_KOMITMEN_TKDN_TIDAK_DIPAKAI"
  | "FAKTA_KSO_TIDAK_DIPAKAI"
  | "PERNYATAAN_LPSE_TIDAK_DIPAKAI"
  | "PREFERENSI_TANPA_BARANG"
  | "PREFERENSI_TIDAK_BERLAKU"
  | "SAMA_DIURUTKAN_TKDN"
  | "SANGGAH_BANDING"
  | "SANGGAH_BANDING_TIDAK_DIJAWAB"
  | "SANGGAH_SEBAGAI_PENGADUAN"
  | "TINDAKAN_TIDAK_DIPAKAI"
  | "SANKSI_PENGUNDURAN_DIRI"
  | "REVERSE_AUCTION_TIDAK_DIPAKAI"
  | "TKDN_BELUM_DIKETAHUI"
  | "TKDN_DINYATAKAN_DUA_KALI";
/**
 * What bidders may share.
 */
export type SimilarityKind =
  | "npwp"
  | "nik"
  | "akta"
  | "rekening"
  | "nomor_seri"
  | "nomor_polisi"
  | "sertifikat"
  | "nomor_jaminan"
  | "nama_badan_usaha"
  | "nama_orang"
  | "alamat"
  | "telepon"
  | "surel"
  | "penerbit_jaminan"
  | "penulis_berkas"
  | "penyimpan_berkas"
  | "perusahaan_berkas"
  | "waktu_berkas"
  | "perangkat_lunak"
  | "npwp_cabang_lain"
  | "nomor_jaminan_berurutan"
  | "rasio_hps"
  | "harga_sama"
  | "rasio_sama"
  | "selisih_sama"
  | "kesalahan_sama"
  | "kosong_sama"
  | "hilang_sama"
  | "tambahan_sama"
  | "ketikan_sama"
  | "nik_bersamaan"
  | "sertifikat_bersamaan"
  | "nomor_seri_bersamaan"
  | "nomor_polisi_bersamaan"
  | "skp_terhitung";
export type Request =
  | CheckRequest
  | EvaluateRequest
  | BahpRequest
  | ExplainRequest
  | CompareRequest
  | ReasonsRequest
  | WhatifRequest
  | SimilarRequest
  | RulesRequest
  | SchemaRequest;
/**
 * The papers, each by its key.
 */
export type PaperKey =
  | "pembukaan-kualifikasi"
  | "hasil-prakualifikasi"
  | "pembukaan"
  | "evaluasi"
  | "pembukaan-harga"
  | "undangan-klarifikasi"
  | "daftar-hadir-klarifikasi"
  | "klarifikasi"
  | "undangan-pembuktian"
  | "daftar-hadir-pembuktian"
  | "pembuktian"
  | "bahp"
  | "pengumuman-prakualifikasi"
  | "usul-penetapan"
  | "penetapan"
  | "pengumuman"
  | "gagal"
  | "pengumuman-gagal"
  | "pembatalan"
  | "pengumuman-pembatalan"
  | "surat"
  | "jawaban-sanggah"
  | "undangan-negosiasi"
  | "daftar-hadir-negosiasi"
  | "negosiasi"
  | "laporan";
/**
 * Why a request may have no answer.
 */
export type RequestErrorCode =
  | "SRV001"
  | "SRV002"
  | "SRV003"
  | "SRV004"
  | "SRV005"
  | "SRV006"
  | "SRV007"
  | "SRV008"
  | "SRV009"
  | "SRV010"
  | "SRV011"
  | "SRV012"
  | "SRV013"
  | "SRV014"
  | "SRV015"
  | "SRV016"
  | "SRV017"
  | "SRV018"
  | "SRV019"
  | "SRV020";
/**
 * What may be wrong with a package: what it says, and what to do.
 */
export type FaultCode =
  | "PKT001"
  | "PKT002"
  | "PKT003"
  | "PKT004"
  | "PKT005"
  | "PKT006"
  | "PKT007"
  | "PKT009"
  | "PKT010"
  | "PKT011"
  | "PKT012"
  | "PKT013"
  | "PKT014"
  | "PKT015"
  | "PKT016"
  | "PKT017"
  | "PKT018"
  | "PKT019"
  | "PKT020"
  | "PKT021"
  | "PKT022"
  | "PKT023"
  | "PKT025"
  | "PKT026"
  | "PKT027"
  | "PKT028"
  | "PKT030"
  | "PKT032"
  | "PKT033"
  | "PKT034"
  | "PKT035"
  | "PKT036"
  | "PKT037"
  | "PKT038"
  | "PKT079"
  | "PKT039"
  | "PKT040"
  | "PKT041"
  | "PKT042"
  | "PKT043"
  | "PKT044"
  | "PKT045"
  | "PKT046"
  | "PKT047"
  | "PKT048"
  | "PKT049"
  | "PKT050"
  | "PKT051"
  | "PKT052"
  | "PKT053"
  | "PKT054"
  | "PKT055"
  | "PKT056"
  | "PKT057"
  | "PKT058"
  | "PKT059"
  | "PKT060"
  | "PKT061"
  | "PKT062"
  | "PKT063"
  | "PKT064"
  | "PKT065"
  | "PKT066"
  | "PKT067"
  | "PKT068"
  | "PKT069"
  | "PKT070"
  | "PKT071"
  | "PKT072"
  | "PKT073"
  | "PKT084"
  | "PKT085"
  | "PKT086"
  | "PKT106"
  | "PKT107"
  | "PKT108"
  | "PKT109"
  | "PKT115"
  | "PKT116"
  | "PKT117"
  | "PKT118"
  | "PKT121"
  | "PKT122"
  | "PKT120"
  | "PKT094"
  | "PKT095"
  | "PKT096"
  | "PKT097"
  | "PKT098"
  | "PKT099"
  | "PKT100"
  | "PKT101"
  | "PKT102"
  | "PKT103"
  | "PKT104"
  | "PKT105"
  | "XLS021"
  | "XLS022"
  | "XLS023"
  | "XLS024"
  | "XLS025"
  | "XLS026"
  | "XLS027"
  | "XLS028"
  | "XLS029"
  | "XLS030"
  | "XLS031"
  | "XLS033"
  | "XLS034"
  | "XLS035"
  | "XLS036"
  | "XLS037"
  | "XLS038"
  | "XLS040"
  | "XLS041"
  | "XLS042"
  | "XLS043"
  | "XLS044"
  | "XLS045"
  | "XLS046"
  | "XLS047"
  | "XLS048"
  | "XLS096"
  | "XLS097"
  | "XLS098"
  | "XLS099"
  | "XLS100"
  | "XLS049"
  | "XLS101"
  | "XLS102"
  | "XLS039"
  | "XLS159"
  | "XLS160"
  | "XLS172"
  | "XLS174"
  | "XLS175"
  | "XLS176"
  | "XLS177"
  | "XLS222"
  | "XLS218"
  | "XLS190"
  | "XLS191"
  | "XLS192"
  | "XLS193"
  | "XLS194"
  | "XLS210"
  | "XLS211"
  | "XLS212"
  | "XLS213"
  | "XLS214"
  | "XLS215"
  | "XLS217"
  | "XLS219"
  | "XLS220"
  | "XLS200"
  | "XLS201"
  | "XLS202"
  | "XLS203"
  | "XLS224"
  | "XLS204"
  | "XLS205"
  | "XLS221"
  | "XLS226"
  | "XLS227"
  | "XLS235"
  | "XLS247"
  | "XLS234"
  | "XLS251"
  | "XLS255"
  | "XLS252"
  | "XLS253"
  | "XLS254"
  | "XLS228"
  | "XLS229"
  | "XLS230"
  | "XLS231"
  | "XLS232"
  | "XLS242"
  | "XLS001"
  | "XLS002"
  | "XLS003"
  | "XLS004"
  | "XLS005"
  | "XLS006"
  | "XLS007"
  | "XLS008"
  | "XLS009"
  | "XLS010"
  | "XLS011"
  | "XLS012"
  | "XLS013"
  | "XLS014"
  | "XLS015"
  | "XLS016"
  | "XLS017"
  | "XLS018"
  | "XLS103"
  | "XLS019"
  | "XLS020"
  | "XLS156"
  | "XLS157"
  | "XLS158"
  | "XLS240"
  | "XLS241"
  | "XLS248"
  | "XLS249"
  | "XLS104"
  | "XLS105"
  | "XLS106"
  | "XLS107"
  | "XLS108"
  | "XLS109"
  | "XLS110"
  | "XLS111"
  | "XLS170"
  | "XLS171"
  | "XLS173"
  | "XLS216"
  | "XLS238"
  | "XLS236"
  | "XLS237"
  | "XLS246"
  | "XLS233"
  | "XLS223"
  | "XLS225"
  | "XLS178"
  | "XLS243"
  | "XLS244"
  | "XLS245"
  | "XLS239"
  | "XLS090"
  | "XLS091"
  | "XLS092"
  | "XLS093"
  | "XLS094"
  | "XLS095"
  | "XLS050"
  | "XLS051"
  | "XLS052"
  | "XLS053"
  | "XLS074"
  | "XLS085"
  | "XLS054"
  | "XLS055"
  | "XLS056"
  | "XLS057"
  | "XLS058"
  | "XLS059"
  | "XLS060"
  | "XLS061"
  | "XLS062"
  | "XLS063"
  | "XLS064"
  | "XLS065"
  | "XLS066"
  | "XLS067"
  | "XLS068"
  | "XLS069"
  | "XLS070"
  | "XLS071"
  | "XLS072"
  | "XLS073"
  | "XLS075"
  | "XLS076"
  | "XLS077"
  | "XLS078"
  | "XLS079"
  | "XLS080"
  | "XLS081"
  | "XLS082"
  | "XLS083"
  | "XLS084"
  | "XLS126"
  | "XLS127"
  | "XLS128"
  | "XLS129"
  | "XLS130"
  | "XLS131"
  | "XLS132"
  | "XLS133"
  | "XLS134"
  | "XLS135"
  | "XLS150"
  | "XLS141"
  | "XLS142"
  | "XLS143"
  | "XLS144"
  | "XLS145"
  | "XLS146"
  | "XLS147"
  | "XLS148"
  | "XLS149"
  | "XLS152"
  | "XLS153"
  | "XLS154"
  | "XLS155"
  | "XLS161"
  | "XLS162"
  | "XLS163"
  | "XLS164"
  | "XLS165"
  | "XLS166"
  | "XLS167"
  | "XLS168"
  | "XLS169"
  | "XLS151"
  | "SRT001"
  | "SRT002"
  | "SRT003"
  | "SRT004"
  | "SRT005"
  | "SRT006"
  | "SRT007"
  | "SRT008"
  | "ATR001"
  | "ATR002"
  | "ATR003"
  | "ATR004"
  | "ATR005"
  | "ATR006"
  | "ATR007"
  | "ATR008"
  | "ATR009"
  | "ATR010"
  | "ATR011"
  | "ATR012"
  | "ATR013"
  | "ATR014"
  | "ATR020"
  | "ATR015"
  | "ATR016"
  | "ATR017"
  | "ATR018"
  | "ATR021"
  | "ATR022"
  | "ATR106"
  | "ATR023"
  | "ATR024"
  | "ATR025"
  | "ATR026"
  | "ATR027"
  | "ATR028"
  | "ATR107"
  | "ATR029"
  | "ATR030"
  | "ATR031"
  | "ATR032"
  | "ATR033"
  | "ATR034"
  | "ATR035"
  | "ATR036"
  | "ATR037"
  | "ATR038"
  | "ATR039"
  | "ATR048"
  | "ATR049"
  | "ATR060"
  | "ATR061"
  | "ATR062"
  | "ATR064"
  | "ATR065"
  | "ATR080"
  | "ATR081"
  | "ATR082"
  | "ATR083"
  | "ATR084"
  | "ATR085"
  | "ATR086"
  | "ATR087"
  | "ATR088"
  | "ATR089"
  | "ATR090"
  | "ATR091"
  | "ATR092"
  | "ATR093"
  | "ATR094"
  | "ATR095"
  | "ATR096"
  | "ATR097"
  | "ATR098"
  | "ATR099"
  | "ATR100"
  | "ATR101"
  | "ATR102"
  | "ATR103"
  | "ATR104"
  | "ATR105"
  | "ATR070"
  | "ATR071"
  | "ATR072"
  | "ATR073"
  | "ATR074"
  | "ATR075"
  | "ATR076"
  | "ATR077"
  | "TRL001"
  | "TRL002"
  | "TRL003"
  | "TRL004"
  | "TRL005"
  | "TRL006"
  | "TRL007"
  | "TRL008"
  | "TRL009"
  | "TRL010"
  | "TRL011"
  | "TRL012"
  | "TRL013"
  | "TRL014"
  | "TRL015"
  | "TRL016"
  | "TRL017"
  | "TRL020"
  | "TRL021"
  | "TRL022"
  | "TRL023"
  | "TRL024"
  | "TRL025"
  | "TRL026"
  | "TRL027"
  | "KOP001"
  | "KOP002"
  | "KOP003"
  | "KOP004"
  | "KOP005"
  | "KOP006"
  | "KOP007"
  | "KOP008"
  | "KOP009"
  | "KOP010"
  | "KOP011"
  | "KOP012"
  | "KOP013"
  | "KOP014"
  | "KOP015"
  | "KOP016"
  | "KOP017"
  | "SPS001"
  | "SPS002"
  | "SPS003"
  | "SPS004"
  | "SPS005"
  | "SPS006"
  | "SPS007"
  | "SPS101"
  | "SPS102"
  | "SPS103"
  | "SPS104"
  | "SPS105"
  | "SPS106"
  | "SPS107"
  | "SPS108"
  | "SPS109"
  | "SPS110"
  | "SPS111"
  | "BCH001"
  | "BCH002"
  | "BCH003"
  | "BCH005"
  | "BCH006"
  | "BCH007"
  | "BCH008"
  | "BCH009"
  | "BCH010"
  | "BCH011"
  | "BCH012"
  | "BCH013"
  | "BCH014"
  | "BCH015"
  | "BCH016"
  | "BCH017"
  | "BCH018"
  | "BCH061"
  | "BCH020"
  | "BCH021"
  | "BCH022"
  | "BCH023"
  | "BCH024"
  | "BCH025"
  | "BCH026"
  | "BCH027"
  | "BCH028"
  | "BCH029"
  | "BCH030"
  | "BCH041"
  | "BCH042"
  | "BCH043"
  | "BCH044"
  | "BCH045"
  | "BCH046"
  | "BCH047"
  | "BCH048"
  | "BCH049"
  | "BCH050"
  | "BCH051"
  | "BCH052"
  | "BCH053"
  | "BCH054"
  | "BCH055"
  | "BCH056"
  | "BCH057"
  | "BCH058"
  | "BCH059"
  | "BCH060"
  | "BCH062"
  | "OCD001"
  | "OCD002"
  | "OCD003"
  | "OCD004"
  | "OCD005"
  | "OCD006"
  | "OCD010"
  | "OCD011"
  | "OCD012"
  | "OCD013"
  | "OCD014"
  | "OCD015"
  | "OCD016"
  | "OCD017"
  | "OCD018"
  | "OCD019"
  | "OCD020"
  | "OCD021"
  | "OCD022"
  | "STD001"
  | "STD002"
  | "STD003"
  | "STD004"
  | "STD005"
  | "STD006"
  | "WIF001"
  | "WIF002"
  | "WIF003"
  | "WIF004"
  | "WIF005"
  | "WIF006"
  | "WIF007";
/**
 * What came of one participant; or what a code, or a name of the law, means.
 */
export type Explained =
  | AboutParticipant
  | ExplainedFault
  | ExplainedNotice
  | NamedValue
  | LawRule
  | RuleAndValue
  | LawGround
  | EndByDecision
  | NamedCheck
  | LawPage;
/**
 * The law in force on a day, what changed between two days, or all that it has under one name.
 */
export type LawTold =
  LawInForce | LawChanges | NamedValue | LawRule | RuleAndValue | LawGround | EndByDecision | NamedCheck | LawPage;
/**
 * A paper, as it was asked for.
 */
export type Paper = PaperAsMarkdown | PaperAsData | PaperAsWord;
/**
 * Something that a paper holds, told by its `kind`.
 */
export type PaperBlock = PaperParagraph | PaperSubheading | PaperPairs | PaperTable | PaperSignatures | PaperSignedOff;

/**
 * Everything that goes in and comes out, each by its name.
 */
export interface Formats {
  "package-strict"?: Package;
  evaluation?: Evaluation;
  request?: Request;
  answer?: Answer;
  check?: CheckResult;
  whatif?: WhatIf;
  asked?: Asked;
  similar?: Similar;
  explain?: Explained;
  compare?: Compared;
  reasons?: Reasons;
  rules?: LawTold;
  bahp?: Paper;
}
/**
 * A tender as far as it is known: what goes in. Not said here: a key stands once in its object; the size of the file, its encoding, and the depth of extensions; how a number literal is written: no exponent, at most 18 digits before and 6 after the point; -0 is refused, and 1.0 is no whole number; lone surrogates, and NUL inside extensions; texts are in the Unicode form NFC, but for notes and other prose, extensions; a date is in the calendar; an id stands once in its list, and a name once in by, order, reserves and list; the panel has an odd number of members, three at least; a gabungan contract needs part at each HPS line, and stated_parts where a bid has lines; a harga_satuan bid has no empty list of lines; penawaran_dievaluasi goes with satu_file only; a scored criterion has weight and max_score, and a threshold of at most max_score; the weights of a stage's scored criteria sum to 100; a weight that is a fraction is at most 100; a KSO has one leader, and its shares sum to 100; nothing was handed in after the deadline in force; a price line is in the HPS, or is extra and gives its description and unit; no line, no component of an analysis and no sum of them comes to 19 digits before the point; corrected_total and corrected_by come together; the work performed of a running contract is at most its value; life_cycle goes with umur_ekonomis only, and has two costs for each of the operating_years; a vat_base is at most 1, and a rate times its base is a percentage that has an end; a bid has person_months only at lines where the HPS has them; members, participants and criteria that are named exist; a judgement is either a verdict or a score, of a kind that its criterion takes, up to its max; a judgement tidak_memenuhi gives its reason; a member answers a question once at a time; technical judgements are not later than the first pembukaan_harga, but in an evaluasi_ulang; a negosiasi that is sepakat has a total and one that is gagal has none; a bidder has one negosiasi at a time; the winner is no reserve.
 */
export interface Package {
  /**
   * The format and its number.
   */
  format: "tender-package/1";
  /**
   * The announcement and the tender document.
   */
  tender: Tender;
  /**
   * The panel that evaluates.
   */
  pokja: Pokja;
  /**
   * Those who registered or bid.
   */
  participants?: null | Participant[];
  /**
   * Who is outside the tender and may be affiliated with a bidder; the engine decides nothing of it.
   */
  parties?: null | Party[];
  /**
   * What members of the panel judged, one entry a word of theirs; none is ever deleted.
   */
  assessments?: null | Assessment[];
  /**
   * What happened, in any order.
   */
  events?: null | Event[];
  /**
   * Of what it is a repeat, if it is one.
   */
  previous?: null | Previous;
  /**
   * Anything of your own, carried along; the desk reads `kantor` and `ulang`.
   */
  extensions?: {
    [k: string]: unknown;
  };
}
/**
 * What is procured, and by which rules.
 */
export interface Tender {
  /**
   * The code of the tender in SPSE.
   */
  code: string;
  /**
   * The code of the package in the RUP.
   */
  rup_code?: null | string;
  /**
   * The name of the package.
   */
  title: string;
  /**
   * The ministry, institution or local government that buys.
   */
  buyer: string;
  /**
   * The unit of the buyer.
   */
  work_unit: string;
  /**
   * Where the money is from.
   */
  funding?: null | string;
  /**
   * The budget year. Unit: year.
   */
  fiscal_year?: null | (string | number);
  /**
   * The tender document.
   */
  document: Document;
  /**
   * What is procured. Terms: barang: goods (barang); pekerjaan_konstruksi: construction works (pekerjaan konstruksi); jasa_lainnya: other services (jasa lainnya); jasa_konsultansi_badan_usaha: consultancy by firms (jasa konsultansi badan usaha); jasa_konsultansi_perorangan: consultancy by individuals (jasa konsultansi perorangan).
   */
  category:
    "barang" | "pekerjaan_konstruksi" | "jasa_lainnya" | "jasa_konsultansi_badan_usaha" | "jasa_konsultansi_perorangan";
  /**
   * Whether businesses are qualified before or after they bid. Terms: pascakualifikasi: postqualification (pascakualifikasi); prakualifikasi: prequalification (prakualifikasi).
   */
  procedure: "pascakualifikasi" | "prakualifikasi";
  /**
   * In how many files or stages a bid is handed in: it decides when prices may be opened. Terms: satu_file: one file (satu file); dua_file: two files (dua file); dua_tahap: two stages (dua tahap).
   */
  envelope: "satu_file" | "dua_file" | "dua_tahap";
  /**
   * By what bids are ordered. Terms: harga_terendah_sistem_gugur: lowest price (harga terendah sistem gugur); harga_terendah_ambang_batas: lowest price above the threshold (harga terendah ambang batas); sistem_nilai: points (sistem nilai); umur_ekonomis: cost over economic life (umur ekonomis); kualitas_biaya: quality and cost (kualitas dan biaya); kualitas: quality (kualitas); pagu_anggaran: fixed budget (pagu anggaran); biaya_terendah: lowest cost (biaya terendah).
   */
  method:
    | "harga_terendah_sistem_gugur"
    | "harga_terendah_ambang_batas"
    | "sistem_nilai"
    | "umur_ekonomis"
    | "kualitas_biaya"
    | "kualitas"
    | "pagu_anggaran"
    | "biaya_terendah";
  /**
   * How the contract is priced. Terms: harga_satuan: unit prices (harga satuan); lumsum: lump sum (lumsum); gabungan: lump sum and unit prices (gabungan); terima_jadi: turnkey (terima jadi); putar_kunci: turnkey (putar kunci); waktu_penugasan: time charged (waktu penugasan).
   */
  contract: "harga_satuan" | "lumsum" | "gabungan" | "terima_jadi" | "putar_kunci" | "waktu_penugasan";
  /**
   * The day of the announcement: it chooses the law.
   */
  announced_on: string;
  /**
   * Whether the work is complex (kompleks).
   */
  complex?: null | boolean;
  /**
   * Whether it is design and build; refused by name.
   */
  integrated?: null | boolean;
  /**
   * Whether it is an international tender; refused by name.
   */
  international?: null | boolean;
  /**
   * Which round of the prakualifikasi. Unit: rounds.
   */
  qualification_round?: null | number;
  /**
   * Which round of the tender; above 1 it is a repeat. Unit: rounds.
   */
  round?: null | number;
  /**
   * The budget ceiling. Unit: rupiah, PPN included.
   */
  pagu: string;
  /**
   * The owner's estimate (HPS).
   */
  hps: Hps;
  /**
   * What the tender document asks, by stage.
   */
  requirements: RequirementsByStage;
  /**
   * Local standards, and values that the document itself sets.
   */
  regulation?: null | Regulation;
  /**
   * The zone in which papers print times and days end. Terms: Asia/Jakarta: WIB; Asia/Makassar: WITA; Asia/Jayapura: WIT.
   */
  time_zone?: null | ("Asia/Jakarta" | "Asia/Makassar" | "Asia/Jayapura");
}
/**
 * The tender document (Dokumen Pemilihan).
 */
export interface Document {
  /**
   * Its number.
   */
  number: string;
  /**
   * Its day.
   */
  date: string;
  /**
   * Its addenda, in order; a text stands for the number of one.
   */
  addenda?: null | (string | Addendum)[];
}
/**
 * An addendum to the tender document.
 */
export interface Addendum {
  /**
   * The number of the paper.
   */
  number: string;
  /**
   * The day of the paper.
   */
  date?: null | string;
  /**
   * What it changes.
   */
  subject?: null | string;
}
/**
 * The owner's estimate (HPS).
 */
export interface Hps {
  /**
   * Its total, which governs. Unit: rupiah, PPN included.
   */
  total: string;
  /**
   * The rate of PPN. Unit: percent.
   */
  vat_percent: string;
  /**
   * The share of the price that the rate is of; absent it is the whole, in a bid what the document says. Unit: share of the price, as a fraction.
   */
  vat_base?: null | string;
  /**
   * The lines, in no order.
   */
  lines?: null | HpsLine[];
}
/**
 * A line of the HPS: what a bid is priced by.
 */
export interface HpsLine {
  /**
   * Its code; a line of a bid names it by that.
   */
  id: string;
  /**
   * What is delivered, in words.
   */
  description: string;
  /**
   * The unit of the volume.
   */
  unit: string;
  /**
   * The volume. Unit: that of the line.
   */
  quantity: string;
  /**
   * The price of one unit. Unit: rupiah, net of PPN.
   */
  unit_price: string;
  /**
   * The rate of PPN. Unit: percent.
   */
  vat_percent?: null | string;
  /**
   * The share of the price that the rate is of; absent it is the whole, in a bid what the document says. Unit: share of the price, as a fraction.
   */
  vat_base?: null | string;
  /**
   * In a contract of both kinds: whether the line is priced by unit or as a lump sum. Terms: harga_satuan: unit prices (harga satuan); lumsum: lump sum (lumsum).
   */
  part?: null | ("harga_satuan" | "lumsum");
  /**
   * Whether it is a main item (mata pembayaran utama).
   */
  main?: null | boolean;
  /**
   * Whether a preference for domestic goods may be given for it.
   */
  goods?: null | boolean;
  /**
   * The person months of a line that is priced by them; they multiply the volume. Unit: person months.
   */
  person_months?: null | string;
}
/**
 * What the tender document asks, by stage.
 */
export interface RequirementsByStage {
  /**
   * Arithmetic correction (koreksi aritmatik).
   */
  koreksi_aritmatik?: null | RequirementsKoreksiAritmatik;
  /**
   * Bids evaluated (penawaran dievaluasi).
   */
  penawaran_dievaluasi?: null | RequirementsPenawaranDievaluasi;
  /**
   * Administration (evaluasi administrasi).
   */
  evaluasi_administrasi?: null | RequirementsEvaluasiAdministrasi;
  /**
   * Qualification (evaluasi kualifikasi).
   */
  evaluasi_kualifikasi?: null | RequirementsEvaluasiKualifikasi;
  /**
   * Technical evaluation (evaluasi teknis).
   */
  evaluasi_teknis?: null | RequirementsEvaluasiTeknis;
  /**
   * Equalization (penyetaraan teknis).
   */
  penyetaraan_teknis?: null | RequirementsPenyetaraanTeknis;
  /**
   * Price evaluation (evaluasi harga).
   */
  evaluasi_harga?: null | RequirementsEvaluasiHarga;
  /**
   * Proof of qualification (pembuktian kualifikasi).
   */
  pembuktian_kualifikasi?: null | RequirementsPembuktianKualifikasi;
}
/**
 * How sums are corrected, where the document says it.
 */
export interface RequirementsKoreksiAritmatik {
  /**
   * What people judge at this stage.
   */
  criteria?: null | Criterion[];
  /**
   * Where the tender document asks it.
   */
  clauses?: null | ClausesKoreksiAritmatik;
  /**
   * What a corrected total is rounded to. Terms: none: not rounded; sen: to the sen; rupiah: to the rupiah.
   */
  rounding?: null | ("none" | "sen" | "rupiah");
  /**
   * Which figure binds where the bid letter and the price schedule differ. Terms: surat_penawaran: the bid letter; daftar_kuantitas: the price schedule.
   */
  binding?: null | ("surat_penawaran" | "daftar_kuantitas");
}
/**
 * What people judge: by a verdict, or by a score where it has a weight and a highest score.
 */
export interface Criterion {
  /**
   * Its code.
   */
  id: string;
  /**
   * What it is called.
   */
  title: string;
  /**
   * Where the tender document says so.
   */
  clause?: null | string;
  /**
   * Its weight among the scored criteria of its stage, which come to 100. Unit: percent.
   */
  weight?: null | string;
  /**
   * The least score that passes. Unit: points of `max_score`.
   */
  threshold?: null | string;
  /**
   * The highest score. Unit: points.
   */
  max_score?: null | string;
  /**
   * To which part of a consultant's proposal it belongs. Terms: pengalaman: experience (unsur pengalaman); proposal_teknis: technical proposal (unsur proposal teknis); tenaga_ahli: experts (unsur tenaga ahli).
   */
  unsur?: null | ("pengalaman" | "proposal_teknis" | "tenaga_ahli");
}
/**
 * Where the tender document asks it.
 */
export interface ClausesKoreksiAritmatik {
  /**
   * Where the tender document asks it.
   */
  rounding?: null | string;
  /**
   * Where the tender document asks it.
   */
  binding?: null | string;
}
/**
 * How many bids are evaluated.
 */
export interface RequirementsPenawaranDievaluasi {
  /**
   * What people judge at this stage.
   */
  criteria?: null | Criterion[];
  /**
   * Where the tender document asks it.
   */
  clauses?: null | ClausesPenawaranDievaluasi;
  /**
   * So many of the lowest are evaluated, refilled as they fall. Unit: bids.
   */
  lowest?: null | number;
  /**
   * Where the tender document says so.
   */
  clause?: null | string;
}
/**
 * Where the tender document asks it.
 */
export interface ClausesPenawaranDievaluasi {
  /**
   * Where the tender document asks it.
   */
  lowest?: null | string;
  /**
   * Where the tender document asks it.
   */
  clause?: null | string;
}
/**
 * What the document asks of administration.
 */
export interface RequirementsEvaluasiAdministrasi {
  /**
   * What people judge at this stage.
   */
  criteria?: null | Criterion[];
  /**
   * Where the tender document asks it.
   */
  clauses?: null | ClausesEvaluasiAdministrasi;
  /**
   * For how many days a bid has to be valid, at least. Unit: days.
   */
  bid_validity_days?: null | number;
  /**
   * In how many days the work has to be done, at most. Unit: days.
   */
  completion_days?: null | number;
  /**
   * The bid bond (jaminan penawaran): true where the document asks for one, or what it asks.
   */
  bid_bond?: null | (boolean | AskedBond);
  /**
   * Whether a KSO hands in its agreement; the law asks it of every KSO.
   */
  kso_agreement?: null | boolean;
}
/**
 * Where the tender document asks it.
 */
export interface ClausesEvaluasiAdministrasi {
  /**
   * Where the tender document asks it.
   */
  bid_validity_days?: null | string;
  /**
   * Where the tender document asks it.
   */
  completion_days?: null | string;
  /**
   * Where the tender document asks it.
   */
  bid_bond?: null | string;
  /**
   * Where the tender document asks it.
   */
  kso_agreement?: null | string;
}
/**
 * The bond that the tender document asks for.
 */
export interface AskedBond {
  /**
   * Its least amount. In forms: nilai (Rp). Unit: rupiah.
   */
  amount?: null | string;
  /**
   * The last day on which it has to be valid. In forms: berlaku sampai.
   */
  valid_until?: null | string;
}
/**
 * What the document asks of the qualification.
 */
export interface RequirementsEvaluasiKualifikasi {
  /**
   * What people judge at this stage.
   */
  criteria?: null | Criterion[];
  /**
   * Where the tender document asks it.
   */
  clauses?: null | ClausesEvaluasiKualifikasi;
  /**
   * Which sizes of business may bid. Terms: mikro: micro business; kecil: small business; menengah: medium business; besar: large business; koperasi: cooperative.
   */
  business_size?:
    | null
    | [
        "mikro" | "kecil" | "menengah" | "besar" | "koperasi",
        ...("mikro" | "kecil" | "menengah" | "besar" | "koperasi")[]
      ];
  /**
   * Whether bidders are looked up in the Daftar Hitam.
   */
  blacklist?: null | boolean;
  /**
   * The packages that a business can still take on (SKP): true as the law has it, or what the document sets.
   */
  skp?: null | (boolean | PackagesAsked);
  /**
   * The basic capacity (Kemampuan Dasar, KD): true as the law has it, or what the document sets.
   */
  kd?: null | (boolean | TimesAsked);
  /**
   * The real capacity that is left (SKN): true, or what the document sets.
   */
  skn?: null | (boolean | FactorsAsked);
  /**
   * What the shares in a KSO have to be.
   */
  kso?: null | KsoAsked;
  /**
   * Papers that have to be valid on a day.
   */
  papers?: null | WantedPaper[];
  /**
   * Which experience a business has to have.
   */
  experience?: null | Experience;
  /**
   * How a business has to be rated in SIKaP (kinerja Penyedia).
   */
  performance?: null | LeastRating;
  /**
   * The least score, where it is scored. Unit: points, 0 to 100.
   */
  threshold?: null | string;
}
/**
 * Where the tender document asks it.
 */
export interface ClausesEvaluasiKualifikasi {
  /**
   * Where the tender document asks it.
   */
  business_size?: null | string;
  /**
   * Where the tender document asks it.
   */
  blacklist?: null | string;
  /**
   * Where the tender document asks it.
   */
  skp?: null | string;
  /**
   * Where the tender document asks it.
   */
  kd?: null | string;
  /**
   * Where the tender document asks it.
   */
  skn?: null | string;
  /**
   * Where the tender document asks it.
   */
  kso?: null | string;
  /**
   * Where the tender document asks it.
   */
  papers?: null | string;
  /**
   * Where the tender document asks it.
   */
  experience?: null | string;
  /**
   * Where the tender document asks it.
   */
  performance?: null | string;
  /**
   * Where the tender document asks it.
   */
  threshold?: null | string;
}
/**
 * What a business can still take on, by packages (SKP).
 */
export interface PackagesAsked {
  /**
   * How many packages it can carry (KP), where the document sets it. In forms: KP. Unit: packages.
   */
  kp?: null | string;
  /**
   * The least SKP. In forms: paling kurang. Unit: packages.
   */
  least?: null | string;
  /**
   * Where the tender document says so. In forms: klausul.
   */
  clause?: null | string;
}
/**
 * What a business can do, by its highest contract (KD).
 */
export interface TimesAsked {
  /**
   * By how much the highest contract is multiplied, where the document sets it. In forms: kali NPt. Unit: times.
   */
  times?: null | string;
  /**
   * In how many of the last years it was finished. In forms: tahun terakhir. Unit: years.
   */
  years?: null | number;
  /**
   * Where the tender document says so. In forms: klausul.
   */
  clause?: null | string;
}
/**
 * What a business can still take on, by its equity (SKN).
 */
export interface FactorsAsked {
  /**
   * The factor of the turn of capital (fp). In forms: fp. Unit: factor.
   */
  fp?: null | string;
  /**
   * The factor of liquidity (fl). In forms: fl. Unit: factor.
   */
  fl?: null | string;
  /**
   * The least SKN. In forms: paling kurang, bagian HPS (mis. 0,1). Unit: share of the HPS.
   */
  least_share?: null | string;
  /**
   * Where the tender document says so. In forms: klausul.
   */
  clause?: null | string;
}
/**
 * What the document asks of a KSO.
 */
export interface KsoAsked {
  /**
   * Whether nobody's share may be larger than that of who leads it. In forms: porsi leadfirm terbesar.
   */
  lead_largest?: null | boolean;
  /**
   * Where the tender document says so. In forms: klausul.
   */
  clause?: null | string;
}
/**
 * A paper that has to be valid on a day.
 */
export interface WantedPaper {
  /**
   * Its code; the fact has it as a key. In forms: kode.
   */
  id: string;
  /**
   * What it is. In forms: surat.
   */
  title: string;
  /**
   * On which day it has to be valid. In forms: berlaku pada. Terms: batas_pemasukan: the deadline for handing in; pembuktian: the proof of the qualification; penetapan: Determination of the winner (penetapan).
   */
  valid_on: "batas_pemasukan" | "pembuktian" | "penetapan";
  /**
   * Of which members of a KSO only, by their ids. In forms: hanya anggota KSO.
   */
  members?: null | [string, ...string[]];
  /**
   * Where the tender document says so. In forms: klausul.
   */
  clause?: null | string;
}
/**
 * Which experience is asked.
 */
export interface Experience {
  /**
   * How many jobs. In forms: jumlah pekerjaan. Unit: jobs.
   */
  jobs: number;
  /**
   * In how many of the last years they were finished. In forms: dalam berapa tahun terakhir. Unit: years.
   */
  years: number;
  /**
   * Where the tender document says so. In forms: klausul.
   */
  clause?: null | string;
}
/**
 * Which performance is asked.
 */
export interface LeastRating {
  /**
   * The least rating. In forms: paling kurang. Terms: buruk: bad; cukup: sufficient; baik: good; sangat_baik: very good.
   */
  least: "buruk" | "cukup" | "baik" | "sangat_baik";
  /**
   * Where the tender document says so. In forms: klausul.
   */
  clause?: null | string;
}
/**
 * What the document asks of the technical bid.
 */
export interface RequirementsEvaluasiTeknis {
  /**
   * What people judge at this stage.
   */
  criteria?: null | Criterion[];
  /**
   * Where the tender document asks it.
   */
  clauses?: null | ClausesEvaluasiTeknis;
  /**
   * The weight of the technical score beside the price. Unit: percent.
   */
  weight?: null | string;
  /**
   * The least technical score. Unit: percent.
   */
  threshold?: null | string;
  /**
   * How the scores of several members become one. Terms: mean: the mean.
   */
  panel?: null | "mean";
}
/**
 * Where the tender document asks it.
 */
export interface ClausesEvaluasiTeknis {
  /**
   * Where the tender document asks it.
   */
  weight?: null | string;
  /**
   * Where the tender document asks it.
   */
  threshold?: null | string;
  /**
   * Where the tender document asks it.
   */
  panel?: null | string;
}
/**
 * What the document asks where technical bids are made equal.
 */
export interface RequirementsPenyetaraanTeknis {
  /**
   * What people judge at this stage.
   */
  criteria?: null | Criterion[];
  /**
   * Where the tender document asks it.
   */
  clauses?: null | ClausesPenyetaraanTeknis;
}
/**
 * Where the tender document asks it.
 */
export interface ClausesPenyetaraanTeknis {
  /**
   * Where the tender document asks it.
   */
  penyetaraan?: null | string;
}
/**
 * What the document sets of prices.
 */
export interface RequirementsEvaluasiHarga {
  /**
   * What people judge at this stage.
   */
  criteria?: null | Criterion[];
  /**
   * Where the tender document asks it.
   */
  clauses?: null | ClausesEvaluasiHarga;
  /**
   * The weight of the price beside the technical score. Unit: percent.
   */
  weight?: null | string;
  /**
   * The highest preference for domestic content. Unit: percent.
   */
  tkdn_preference?: null | string;
  /**
   * The least commitment to domestic content. Unit: percent.
   */
  tkdn_least?: null | string;
  /**
   * Of how many years the running costs are added to a price. Unit: years.
   */
  operating_years?: null | number;
}
/**
 * Where the tender document asks it.
 */
export interface ClausesEvaluasiHarga {
  /**
   * Where the tender document asks it.
   */
  weight?: null | string;
  /**
   * Where the tender document asks it.
   */
  tkdn_preference?: null | string;
  /**
   * Where the tender document asks it.
   */
  tkdn_least?: null | string;
  /**
   * Where the tender document asks it.
   */
  operating_years?: null | string;
  /**
   * Where the tender document asks it.
   */
  kewajaran_harga?: null | string;
}
/**
 * What the document sets of the proof of the qualification.
 */
export interface RequirementsPembuktianKualifikasi {
  /**
   * What people judge at this stage.
   */
  criteria?: null | Criterion[];
  /**
   * Where the tender document asks it.
   */
  clauses?: null | ClausesPembuktianKualifikasi;
  /**
   * Who is asked to prove. Terms: calon_pemenang_dan_cadangan: the proposed winner and the proposed reserves; semua_lulus_harga: every participant who passes the price evaluation.
   */
  scope?: null | ("calon_pemenang_dan_cadangan" | "semua_lulus_harga");
}
/**
 * Where the tender document asks it.
 */
export interface ClausesPembuktianKualifikasi {
  /**
   * Where the tender document asks it.
   */
  scope?: null | string;
  /**
   * Where the tender document asks it.
   */
  attended?: null | string;
  /**
   * Where the tender document asks it.
   */
  sikap_qualified?: null | string;
}
/**
 * What of the law is set for this tender alone.
 */
export interface Regulation {
  /**
   * Local standards by name, in order.
   */
  overlays?: null | string[];
  /**
   * Values of the law that the document sets, where the law lets it.
   */
  values?: null | DocumentValue[];
}
/**
 * A value of the law that the document sets.
 */
export interface DocumentValue {
  /**
   * A value of the law, by its name, as the schema of an evaluation lists them (`ParamId`).
   */
  param: string;
  /**
   * What it sets, in plain notation or as a term.
   */
  value: string;
  /**
   * Where the tender document says so.
   */
  clause: string;
  /**
   * Why, as it would stand in minutes.
   */
  reason: string;
}
/**
 * The panel (Pokja Pemilihan).
 */
export interface Pokja {
  /**
   * The decree that made it.
   */
  decree: string;
  /**
   * Its members: an odd number, three at least.
   *
   * @maxItems 2000
   */
  members: PokjaMember[];
}
/**
 * A member of the panel.
 */
export interface PokjaMember {
  /**
   * Its code.
   */
  id: string;
  /**
   * The name.
   */
  name: string;
  /**
   * The number as a civil servant.
   */
  nip?: null | string;
  /**
   * What it does in the panel.
   */
  role?: null | string;
}
/**
 * Who registered, with what is known and the price that was handed in.
 */
export interface Participant {
  /**
   * A code that is its own in this list; others name it by that.
   */
  id: string;
  /**
   * The name.
   */
  name: string;
  /**
   * The tax number, as it is written.
   */
  npwp?: null | string;
  /**
   * The size of the business. Terms: mikro: micro business; kecil: small business; menengah: medium business; besar: large business; koperasi: cooperative.
   */
  business_size?: null | ("mikro" | "kecil" | "menengah" | "besar" | "koperasi");
  /**
   * When what was handed in; a time that is absent was not handed in.
   */
  submitted?: null | Submitted;
  /**
   * The members of a KSO; none for who bids alone.
   */
  members?: null | Member[];
  /**
   * Those who direct the business; they decide nothing.
   */
  officers?: null | (string | Person)[];
  /**
   * Those who own it; they decide nothing.
   */
  shareholders?: null | (string | Person)[];
  /**
   * People who are offered; they decide nothing.
   */
  key_personnel?: null | (string | KeyPerson)[];
  /**
   * Machines that are offered; they decide nothing.
   */
  equipment?: null | Equipment[];
  /**
   * Where the business is.
   */
  address?: null | string;
  /**
   * How to reach it; it decides nothing.
   */
  contact?: null | Contact;
  /**
   * Its accounts; they decide nothing.
   */
  bank_accounts?: null | string[];
  /**
   * Its deeds; they decide nothing.
   */
  deeds?: null | Deed[];
  /**
   * What files that were handed in say of themselves; of a price file it is sealed with the price.
   */
  file_metadata?: null | FileProperties[];
  /**
   * The digest of a price that came before it; kept and never read.
   */
  price_commitment?: null | PriceCommitment;
  /**
   * What is known, by the stage at which it counts; absent is unknown.
   */
  facts?: null | FactsByStage;
  /**
   * The price file; null until it is opened. One that is there and may not be opened shows nowhere.
   */
  price?: null | Price;
}
/**
 * When each file came in.
 */
export interface Submitted {
  /**
   * When the qualification came in.
   */
  kualifikasi?: null | string;
  /**
   * When the bid came in.
   */
  penawaran?: null | string;
  /**
   * When the second bid of two stages came in.
   */
  penawaran_tahap_dua?: null | string;
}
/**
 * A member of a KSO.
 */
export interface Member {
  /**
   * A code that is its own in this list; others name it by that.
   */
  id: string;
  /**
   * The name.
   */
  name: string;
  /**
   * The tax number, as it is written.
   */
  npwp?: null | string;
  /**
   * The size of the business. Terms: mikro: micro business; kecil: small business; menengah: medium business; besar: large business; koperasi: cooperative.
   */
  business_size?: null | ("mikro" | "kecil" | "menengah" | "besar" | "koperasi");
  /**
   * The share. Unit: percent.
   */
  share_percent?: null | string;
  /**
   * Whether it leads the KSO.
   */
  lead?: null | boolean;
  /**
   * What is known, by the stage at which it counts; absent is unknown.
   */
  facts?: null | MemberFactsByStage;
}
/**
 * What is known of a member of a KSO, by stage.
 */
export interface MemberFactsByStage {
  /**
   * Administration (evaluasi administrasi).
   */
  evaluasi_administrasi?: null | MemberFactsEvaluasiAdministrasi;
  /**
   * Qualification (evaluasi kualifikasi).
   */
  evaluasi_kualifikasi?: null | MemberFactsEvaluasiKualifikasi;
  /**
   * Technical evaluation (evaluasi teknis).
   */
  evaluasi_teknis?: null | MemberFactsEvaluasiTeknis;
  /**
   * Equalization (penyetaraan teknis).
   */
  penyetaraan_teknis?: null | MemberFactsPenyetaraanTeknis;
  /**
   * Price evaluation (evaluasi harga).
   */
  evaluasi_harga?: null | MemberFactsEvaluasiHarga;
  /**
   * Proof of qualification (pembuktian kualifikasi).
   */
  pembuktian_kualifikasi?: null | MemberFactsPembuktianKualifikasi;
}
/**
 * What is known of a member for the administration.
 */
export interface MemberFactsEvaluasiAdministrasi {
  /**
   * For how many days the bid is valid. Unit: days.
   */
  bid_validity_days?: null | number;
  /**
   * In how many days the bidder does the work. Unit: days.
   */
  completion_days?: null | number;
  /**
   * The bid bond that was handed in; false where there is none.
   */
  bid_bond?: null | (false | Bond);
  /**
   * Whether the agreement of the KSO was handed in.
   */
  kso_agreement?: null | boolean;
  /**
   * Files and pages that show it; one may stand without the brackets of a list.
   */
  evidence?: null | ((string | Evidence)[] | (string | Evidence));
}
/**
 * The bond that was handed in.
 */
export interface Bond {
  /**
   * Its amount. In forms: nilai (Rp). Unit: rupiah.
   */
  amount?: null | string;
  /**
   * The last day on which it is valid. In forms: berlaku sampai.
   */
  valid_until?: null | string;
  /**
   * Its number; it decides nothing. In forms: nomor.
   */
  number?: null | string;
  /**
   * Who issued it; it decides nothing. In forms: penerbit.
   */
  issuer?: null | string;
}
/**
 * Where something is shown.
 */
export interface Evidence {
  /**
   * The file.
   */
  file: string;
  /**
   * The page in it. Unit: page.
   */
  page?: null | (string | number);
}
/**
 * What is known of a member for the qualification.
 */
export interface MemberFactsEvaluasiKualifikasi {
  /**
   * Whether the business is on the Daftar Hitam.
   */
  blacklist?: null | boolean;
  /**
   * The packages that it has running.
   */
  skp?: null | PackagesRun;
  /**
   * Its highest contract of like work.
   */
  kd?: null | HighestContract;
  /**
   * Its equity, and the contracts that it is bound by.
   */
  skn?: null | Finances;
  /**
   * Its papers, by the id of the one that is asked; false where it has none.
   */
  papers?: null | {
    [k: string]: null | (false | HeldPaper);
  };
  /**
   * The jobs that it finished.
   */
  experience?: null | Job[];
  /**
   * The day on which it was founded.
   */
  founded_on?: null | string;
  /**
   * How it is rated in SIKaP.
   */
  performance?: null | Rated;
  /**
   * Files and pages that show it; one may stand without the brackets of a list.
   */
  evidence?: null | ((string | Evidence)[] | (string | Evidence));
}
/**
 * The packages of a business.
 */
export interface PackagesRun {
  /**
   * How many are running. In forms: paket berjalan. Unit: packages.
   */
  running: number;
  /**
   * The most that ran at one time in the last five years. In forms: paket terbanyak sekaligus. Unit: packages.
   */
  most_at_once?: null | number;
}
/**
 * The highest contract of like work.
 */
export interface HighestContract {
  /**
   * Its value (NPt). In forms: NPt (Rp). Unit: rupiah, PPN included.
   */
  highest: string;
  /**
   * The day on which it was finished. In forms: selesai.
   */
  completed_on?: null | string;
}
/**
 * The equity of a business and the contracts that it is bound by.
 */
export interface Finances {
  /**
   * Its equity. In forms: ekuitas (Rp). Unit: rupiah.
   */
  equity: string;
  /**
   * The contracts that are running. In forms: paket berjalan.
   */
  running?: null | RunningContract[];
}
/**
 * A contract that is running.
 */
export interface RunningContract {
  /**
   * Its value. In forms: nilai kontrak (Rp). Unit: rupiah, PPN included.
   */
  contract: string;
  /**
   * The value of the work performed. In forms: prestasi (Rp). Unit: rupiah, PPN included; at most contract.
   */
  done: string;
  /**
   * The share of the business in it. In forms: porsi (%). Unit: percent.
   */
  share_percent: string;
}
/**
 * A paper that a bidder has.
 */
export interface HeldPaper {
  /**
   * Its number. In forms: nomor.
   */
  number?: null | string;
  /**
   * The last day on which it is valid; null is for ever, absent is unknown. In forms: berlaku sampai.
   */
  valid_until?: null | string;
}
/**
 * A job that was finished.
 */
export interface Job {
  /**
   * What it was. In forms: pekerjaan.
   */
  title: string;
  /**
   * The day on which it was finished. In forms: tanggal selesai.
   */
  completed_on: string;
  /**
   * Its value. In forms: nilai (Rp). Unit: rupiah, PPN included.
   */
  value?: null | string;
}
/**
 * How a business performed.
 */
export interface Rated {
  /**
   * Its rating in SIKaP; absent is unknown. In forms: menurut SIKaP. Terms: buruk: bad; cukup: sufficient; baik: good; sangat_baik: very good.
   */
  sikap?: null | ("buruk" | "cukup" | "baik" | "sangat_baik");
}
/**
 * What is known of a member for the technical evaluation.
 */
export interface MemberFactsEvaluasiTeknis {
  /**
   * Files and pages that show it; one may stand without the brackets of a list.
   */
  evidence?: null | ((string | Evidence)[] | (string | Evidence));
}
/**
 * What is known of a member where technical bids are made equal.
 */
export interface MemberFactsPenyetaraanTeknis {
  /**
   * Files and pages that show it; one may stand without the brackets of a list.
   */
  evidence?: null | ((string | Evidence)[] | (string | Evidence));
}
/**
 * What is known of a member for the price.
 */
export interface MemberFactsEvaluasiHarga {
  /**
   * Files and pages that show it; one may stand without the brackets of a list.
   */
  evidence?: null | ((string | Evidence)[] | (string | Evidence));
}
/**
 * What is known of a member from the proof.
 */
export interface MemberFactsPembuktianKualifikasi {
  /**
   * Whether it is qualified in SIKaP, which exempts it from the proof.
   */
  sikap_qualified?: null | boolean;
  /**
   * Whether it attended the proof.
   */
  attended?: null | boolean;
  /**
   * Files and pages that show it; one may stand without the brackets of a list.
   */
  evidence?: null | ((string | Evidence)[] | (string | Evidence));
}
/**
 * Somebody behind a business.
 */
export interface Person {
  /**
   * A code that is its own in this list; others name it by that.
   */
  id?: null | string;
  /**
   * The name.
   */
  name: string;
  /**
   * The number of the identity card.
   */
  nik?: null | string;
  /**
   * The tax number, as it is written.
   */
  npwp?: null | string;
  /**
   * The position.
   */
  position?: null | string;
  /**
   * The share. Unit: percent.
   */
  share_percent?: null | string;
}
/**
 * Somebody who is offered for the work.
 */
export interface KeyPerson {
  /**
   * A code that is its own in this list; others name it by that.
   */
  id?: null | string;
  /**
   * The name.
   */
  name: string;
  /**
   * The number of the identity card.
   */
  nik?: null | string;
  /**
   * The tax number, as it is written.
   */
  npwp?: null | string;
  /**
   * The position.
   */
  position?: null | string;
  /**
   * The share. Unit: percent.
   */
  share_percent?: null | string;
  /**
   * The certificate and its number.
   */
  certificate?: null | string;
}
/**
 * A machine that is offered.
 */
export interface Equipment {
  /**
   * A code that is its own in this list; others name it by that.
   */
  id: string;
  /**
   * What it is.
   */
  title: string;
  /**
   * Its serial number.
   */
  serial?: null | string;
  /**
   * Its number plate.
   */
  plate?: null | string;
  /**
   * Whose it is.
   */
  owner?: null | string;
}
/**
 * How to reach a business.
 */
export interface Contact {
  /**
   * Telephone numbers.
   */
  phone?: null | string[];
  /**
   * Addresses.
   */
  email?: null | string[];
}
/**
 * A deed of the business.
 */
export interface Deed {
  /**
   * The number of the paper.
   */
  number: string;
  /**
   * The day of the paper.
   */
  date: string;
  /**
   * The notary.
   */
  notary: string;
}
/**
 * What a file says of itself.
 */
export interface FileProperties {
  /**
   * Its name.
   */
  file: string;
  /**
   * Whether it is a price file, sealed with the price, or another. Terms: price: the price; other: another file.
   */
  of: "price" | "other";
  /**
   * Who made it.
   */
  author?: null | string;
  /**
   * Who saved it last.
   */
  last_by?: null | string;
  /**
   * The company that it names.
   */
  company?: null | string;
  /**
   * When it was made.
   */
  created?: null | string;
  /**
   * When it was saved last.
   */
  modified?: null | string;
  /**
   * The program.
   */
  software?: null | string;
}
/**
 * A digest of a price, handed in before the price.
 */
export interface PriceCommitment {
  /**
   * How it was made. Terms: sha256: SHA-256.
   */
  alg: "sha256";
  /**
   * 64 hexadecimal digits.
   */
  value: string;
}
/**
 * What is known of a bidder, by stage.
 */
export interface FactsByStage {
  /**
   * Opening (pembukaan).
   */
  pembukaan?: null | FactsPembukaan;
  /**
   * Administration (evaluasi administrasi).
   */
  evaluasi_administrasi?: null | FactsEvaluasiAdministrasi;
  /**
   * Qualification (evaluasi kualifikasi).
   */
  evaluasi_kualifikasi?: null | FactsEvaluasiKualifikasi;
  /**
   * Technical evaluation (evaluasi teknis).
   */
  evaluasi_teknis?: null | FactsEvaluasiTeknis;
  /**
   * Equalization (penyetaraan teknis).
   */
  penyetaraan_teknis?: null | FactsPenyetaraanTeknis;
  /**
   * Price evaluation (evaluasi harga).
   */
  evaluasi_harga?: null | FactsEvaluasiHarga;
  /**
   * Proof of qualification (pembuktian kualifikasi).
   */
  pembuktian_kualifikasi?: null | FactsPembuktianKualifikasi;
}
/**
 * What is known from the opening.
 */
export interface FactsPembukaan {
  /**
   * Whether the file of the bid can be opened.
   */
  readable?: null | boolean;
  /**
   * The statement of LPSE that it cannot.
   */
  lpse_statement?: null | Statement;
  /**
   * Files and pages that show it; one may stand without the brackets of a list.
   */
  evidence?: null | ((string | Evidence)[] | (string | Evidence));
}
/**
 * The statement of LPSE that a file cannot be opened.
 */
export interface Statement {
  /**
   * Its number. In forms: nomor.
   */
  number: string;
  /**
   * Its day. In forms: tanggal.
   */
  date: string;
}
/**
 * What is known for the administration.
 */
export interface FactsEvaluasiAdministrasi {
  /**
   * For how many days the bid is valid. Unit: days.
   */
  bid_validity_days?: null | number;
  /**
   * In how many days the bidder does the work. Unit: days.
   */
  completion_days?: null | number;
  /**
   * The bid bond that was handed in; false where there is none.
   */
  bid_bond?: null | (false | Bond);
  /**
   * Whether the agreement of the KSO was handed in.
   */
  kso_agreement?: null | boolean;
  /**
   * Files and pages that show it; one may stand without the brackets of a list.
   */
  evidence?: null | ((string | Evidence)[] | (string | Evidence));
}
/**
 * What is known for the qualification.
 */
export interface FactsEvaluasiKualifikasi {
  /**
   * Whether the business is on the Daftar Hitam.
   */
  blacklist?: null | boolean;
  /**
   * The packages that it has running.
   */
  skp?: null | PackagesRun;
  /**
   * Its highest contract of like work.
   */
  kd?: null | HighestContract;
  /**
   * Its equity, and the contracts that it is bound by.
   */
  skn?: null | Finances;
  /**
   * Its papers, by the id of the one that is asked; false where it has none.
   */
  papers?: null | {
    [k: string]: null | (false | HeldPaper);
  };
  /**
   * The jobs that it finished.
   */
  experience?: null | Job[];
  /**
   * The day on which it was founded.
   */
  founded_on?: null | string;
  /**
   * How it is rated in SIKaP.
   */
  performance?: null | Rated;
  /**
   * Files and pages that show it; one may stand without the brackets of a list.
   */
  evidence?: null | ((string | Evidence)[] | (string | Evidence));
}
/**
 * What is known for the technical evaluation.
 */
export interface FactsEvaluasiTeknis {
  /**
   * Files and pages that show it; one may stand without the brackets of a list.
   */
  evidence?: null | ((string | Evidence)[] | (string | Evidence));
}
/**
 * What is known where technical bids are made equal.
 */
export interface FactsPenyetaraanTeknis {
  /**
   * Files and pages that show it; one may stand without the brackets of a list.
   */
  evidence?: null | ((string | Evidence)[] | (string | Evidence));
}
/**
 * What clarifying the price brought; sealed with the price.
 */
export interface FactsEvaluasiHarga {
  /**
   * The analysis of a price below the line of fair prices.
   */
  kewajaran_harga?: null | FairnessAnalysis;
  /**
   * What was found of unit prices far above the HPS.
   */
  timpang?: null | Unbalanced[];
  /**
   * Files and pages that show it; one may stand without the brackets of a list.
   */
  evidence?: null | ((string | Evidence)[] | (string | Evidence));
}
/**
 * The analysis of a low price: what was offered, explained and agreed.
 */
export interface FairnessAnalysis {
  /**
   * The lines, in no order.
   *
   * @minItems 1
   * @maxItems 20000
   */
  lines: [AnalysedLine, ...AnalysedLine[]];
}
/**
 * A line whose unit price was analysed.
 */
export interface AnalysedLine {
  /**
   * The id of the line of the HPS.
   */
  id: string;
  /**
   * What the unit price is made of.
   */
  components?: null | [Component, ...Component[]];
  /**
   * What is added for overhead. Unit: percent.
   */
  overhead_percent?: null | string;
  /**
   * What is added for profit; it is shown and not counted. Unit: percent.
   */
  profit_percent?: null | string;
  /**
   * Of goods and services: the unit price as a whole.
   */
  unit_price?: null | BasePrice;
}
/**
 * A component of a unit price.
 */
export interface Component {
  /**
   * Its code.
   */
  id: string;
  /**
   * Whether it is labour, material or equipment. Terms: upah: labour; bahan: material; alat: equipment.
   */
  kind: "upah" | "bahan" | "alat";
  /**
   * What it is.
   */
  description: string;
  /**
   * Its unit.
   */
  unit: string;
  /**
   * How much of it one unit of the line takes.
   */
  coefficient: Coefficient;
  /**
   * What one unit of it costs.
   */
  price: BasePrice;
}
/**
 * How much of a component one unit of a line takes.
 */
export interface Coefficient {
  /**
   * As it was offered. Unit: that of the component, a unit of the line.
   */
  offered: string;
  /**
   * Whether the explanation was believed.
   */
  accepted?: null | boolean;
  /**
   * What was agreed, where it was not. Unit: that of the component, a unit of the line.
   */
  agreed?: null | string;
  /**
   * What the HPS has. Unit: that of the component, a unit of the line.
   */
  hps?: null | string;
}
/**
 * What one unit costs.
 */
export interface BasePrice {
  /**
   * As it was offered. Unit: rupiah, net of PPN.
   */
  offered?: null | string;
  /**
   * Whether it was proven.
   */
  accepted?: null | boolean;
  /**
   * What the market asks, where it was not. Unit: rupiah, net of PPN.
   */
  market?: null | string;
  /**
   * What the HPS has. Unit: rupiah, net of PPN.
   */
  hps?: null | string;
}
/**
 * What was found of a unit price far above the HPS; it stays inside.
 */
export interface Unbalanced {
  /**
   * The id of the line.
   */
  id: string;
  /**
   * What was found. Terms: timpang: unbalanced; tidak_timpang: not unbalanced.
   */
  outcome: "timpang" | "tidak_timpang";
  /**
   * Why, as prose; where it does not meet it has to be said.
   */
  note?: null | string;
}
/**
 * What is known from the proof of the qualification.
 */
export interface FactsPembuktianKualifikasi {
  /**
   * Whether it is qualified in SIKaP, which exempts it from the proof.
   */
  sikap_qualified?: null | boolean;
  /**
   * Whether it attended the proof.
   */
  attended?: null | boolean;
  /**
   * Files and pages that show it; one may stand without the brackets of a list.
   */
  evidence?: null | ((string | Evidence)[] | (string | Evidence));
}
/**
 * A price file as it was handed in.
 */
export interface Price {
  /**
   * The total of the bid letter. Unit: rupiah, PPN included.
   */
  stated_total: string;
  /**
   * The rate of PPN. Unit: percent.
   */
  vat_percent: string;
  /**
   * The share of the price that the rate is of; absent it is the whole, in a bid what the document says. Unit: share of the price, as a fraction.
   */
  vat_base?: null | string;
  /**
   * The total that the price schedule states, where it is another. Unit: rupiah, PPN included.
   */
  schedule_total?: null | string;
  /**
   * The two parts of a price in a contract of both kinds.
   */
  stated_parts?: null | StatedParts;
  /**
   * The lines as they were written.
   */
  lines?: null | PriceLine[];
  /**
   * A total that somebody has corrected already; it comes with `corrected_by`. Unit: rupiah, PPN included.
   */
  corrected_total?: null | string;
  /**
   * Who corrected it. Terms: spse: in SPSE; pokja: the Pokja.
   */
  corrected_by?: null | ("spse" | "pokja");
  /**
   * The domestic content (TKDN). Unit: percent.
   */
  tkdn_percent?: null | string;
  /**
   * What it costs to run, where bids are ordered by the cost of an economic life.
   */
  life_cycle?: null | LifeCycle;
}
/**
 * The two parts of a price.
 */
export interface StatedParts {
  /**
   * What is priced by unit. Unit: rupiah, net of PPN.
   */
  harga_satuan: string;
  /**
   * What is a lump sum. Unit: rupiah, net of PPN.
   */
  lumsum: string;
}
/**
 * A line of a bid as it was written; what is absent is as the document has it.
 */
export interface PriceLine {
  /**
   * The id of the line of the HPS; another one only where `extra` is true.
   */
  id: string;
  /**
   * The volume that the bid wrote, where it is another. Unit: that of the line.
   */
  quantity?: null | string;
  /**
   * The price of one unit; null where it was left blank. Unit: rupiah, net of PPN.
   */
  unit_price: null | string;
  /**
   * The product that the bid wrote. Unit: rupiah, net of PPN.
   */
  amount?: null | string;
  /**
   * The rate of PPN. Unit: percent.
   */
  vat_percent?: null | string;
  /**
   * The share of the price that the rate is of; absent it is the whole, in a bid what the document says. Unit: share of the price, as a fraction.
   */
  vat_base?: null | string;
  /**
   * The domestic content (TKDN). Unit: percent.
   */
  tkdn_percent?: null | string;
  /**
   * Whether it is a line that the document does not have.
   */
  extra?: null | boolean;
  /**
   * What is delivered, in words.
   */
  description?: null | string;
  /**
   * The unit of the volume.
   */
  unit?: null | string;
  /**
   * In a contract of both kinds: whether the line is priced by unit or as a lump sum. Terms: harga_satuan: unit prices (harga satuan); lumsum: lump sum (lumsum).
   */
  part?: null | ("harga_satuan" | "lumsum");
  /**
   * The person months of a line that is priced by them; they multiply the volume. Unit: person months.
   */
  person_months?: null | string;
}
/**
 * The costs of an economic life.
 */
export interface LifeCycle {
  /**
   * What it costs to operate, a figure a year in order. Unit: rupiah, PPN included.
   *
   * @maxItems 2000
   */
  operating: string[];
  /**
   * What it costs to maintain, a figure a year in order. Unit: rupiah, PPN included.
   *
   * @maxItems 2000
   */
  maintenance: string[];
  /**
   * What it is worth at the end. Unit: rupiah, PPN included.
   */
  residual: string;
}
/**
 * Somebody outside the tender.
 */
export interface Party {
  /**
   * A code that is its own in this list; others name it by that.
   */
  id: string;
  /**
   * The name.
   */
  name: string;
  /**
   * What it is to the tender.
   */
  kind: string;
  /**
   * Those who direct the business; they decide nothing.
   */
  officers?: null | (string | Person)[];
  /**
   * Those who own it; they decide nothing.
   */
  shareholders?: null | (string | Person)[];
}
/**
 * A word of one or more members of the panel. The most specific entry decides; a later word of a member replaces the earlier.
 */
export interface Assessment {
  /**
   * The stage. Terms: pemasukan_kualifikasi: Handing in of qualifications (pemasukan kualifikasi); pembukaan: Opening (pembukaan); koreksi_aritmatik: Arithmetic correction (koreksi aritmatik); penawaran_dievaluasi: Bids evaluated (penawaran dievaluasi); evaluasi_administrasi: Administration (evaluasi administrasi); evaluasi_kualifikasi: Qualification (evaluasi kualifikasi); evaluasi_teknis: Technical evaluation (evaluasi teknis); pembukaan_harga: Opening of prices (pembukaan harga); penyetaraan_teknis: Equalization (penyetaraan teknis); evaluasi_harga: Price evaluation (evaluasi harga); pembuktian_kualifikasi: Proof of qualification (pembuktian kualifikasi); penetapan_hasil_kualifikasi: Determination of the list (penetapan hasil kualifikasi); negosiasi: Clarification and negotiation (negosiasi); penetapan: Determination of the winner (penetapan).
   */
  stage:
    | "pemasukan_kualifikasi"
    | "pembukaan"
    | "koreksi_aritmatik"
    | "penawaran_dievaluasi"
    | "evaluasi_administrasi"
    | "evaluasi_kualifikasi"
    | "evaluasi_teknis"
    | "pembukaan_harga"
    | "penyetaraan_teknis"
    | "evaluasi_harga"
    | "pembuktian_kualifikasi"
    | "penetapan_hasil_kualifikasi"
    | "negosiasi"
    | "penetapan";
  /**
   * On whom: an id, or `*` for everybody.
   */
  participant: "*" | string;
  /**
   * On what: a criterion or a named check; absent it is the stage as a whole.
   */
  criterion?: null | string;
  /**
   * Which members said it; one may stand without the brackets.
   */
  by: [string, ...string[]] | string;
  /**
   * Whether it meets; a scored criterion has a score in its place. Terms: memenuhi: meets; tidak_memenuhi: does not meet.
   */
  verdict?: null | ("memenuhi" | "tidak_memenuhi");
  /**
   * The score of a scored criterion. Unit: points of its `max_score`.
   */
  score?: null | string;
  /**
   * Why, as prose; where it does not meet it has to be said.
   */
  note?: null | string;
  /**
   * Where the tender document says so.
   */
  clause?: null | string;
  /**
   * Files and pages that show it; one may stand without the brackets of a list.
   */
  evidence?: null | ((string | Evidence)[] | (string | Evidence));
  /**
   * When it happened or was said, with the offset of its zone.
   */
  at: string;
}
/**
 * The deadline until which files may be handed in.
 */
export interface Deadline {
  /**
   * Which kind of event it is.
   */
  type: "batas_pemasukan";
  /**
   * When it happened or was said, with the offset of its zone.
   */
  at: string;
  /**
   * For which file. Terms: kualifikasi: the qualification; penawaran: the bid; penawaran_tahap_dua: the second bid of two stages.
   */
  of: "kualifikasi" | "penawaran" | "penawaran_tahap_dua";
  /**
   * The deadline.
   */
  until: string;
}
/**
 * The deadline was extended.
 */
export interface Extension {
  /**
   * Which kind of event it is.
   */
  type: "perpanjangan";
  /**
   * When it happened or was said, with the offset of its zone.
   */
  at: string;
  /**
   * For which file. Terms: kualifikasi: the qualification; penawaran: the bid; penawaran_tahap_dua: the second bid of two stages.
   */
  of: "kualifikasi" | "penawaran" | "penawaran_tahap_dua";
  /**
   * The new deadline.
   */
  until: string;
}
/**
 * Handing in was closed.
 */
export interface Closing {
  /**
   * Which kind of event it is.
   */
  type: "penutupan";
  /**
   * When it happened or was said, with the offset of its zone.
   */
  at: string;
  /**
   * For which file. Terms: kualifikasi: the qualification; penawaran: the bid; penawaran_tahap_dua: the second bid of two stages.
   */
  of: "kualifikasi" | "penawaran" | "penawaran_tahap_dua";
}
/**
 * The price files were opened, in two files or stages.
 */
export interface PriceOpening {
  /**
   * Which kind of event it is.
   */
  type: "pembukaan_harga";
  /**
   * When it happened or was said, with the offset of its zone.
   */
  at: string;
}
/**
 * A clarification, printed in the public record as it is typed.
 */
export interface Clarification {
  /**
   * Which kind of event it is.
   */
  type: "klarifikasi";
  /**
   * When it happened or was said, with the offset of its zone.
   */
  at: string;
  /**
   * The id of the participant.
   */
  participant: string;
  /**
   * The stage. Terms: pemasukan_kualifikasi: Handing in of qualifications (pemasukan kualifikasi); pembukaan: Opening (pembukaan); koreksi_aritmatik: Arithmetic correction (koreksi aritmatik); penawaran_dievaluasi: Bids evaluated (penawaran dievaluasi); evaluasi_administrasi: Administration (evaluasi administrasi); evaluasi_kualifikasi: Qualification (evaluasi kualifikasi); evaluasi_teknis: Technical evaluation (evaluasi teknis); pembukaan_harga: Opening of prices (pembukaan harga); penyetaraan_teknis: Equalization (penyetaraan teknis); evaluasi_harga: Price evaluation (evaluasi harga); pembuktian_kualifikasi: Proof of qualification (pembuktian kualifikasi); penetapan_hasil_kualifikasi: Determination of the list (penetapan hasil kualifikasi); negosiasi: Clarification and negotiation (negosiasi); penetapan: Determination of the winner (penetapan).
   */
  stage:
    | "pemasukan_kualifikasi"
    | "pembukaan"
    | "koreksi_aritmatik"
    | "penawaran_dievaluasi"
    | "evaluasi_administrasi"
    | "evaluasi_kualifikasi"
    | "evaluasi_teknis"
    | "pembukaan_harga"
    | "penyetaraan_teknis"
    | "evaluasi_harga"
    | "pembuktian_kualifikasi"
    | "penetapan_hasil_kualifikasi"
    | "negosiasi"
    | "penetapan";
  /**
   * What was asked.
   */
  question: string;
  /**
   * What was answered.
   */
  answer: string;
  /**
   * Files and pages that show it; one may stand without the brackets of a list.
   */
  evidence?: null | ((string | Evidence)[] | (string | Evidence));
}
/**
 * Talks with a bidder.
 */
export interface Negotiation {
  /**
   * Which kind of event it is.
   */
  type: "negosiasi";
  /**
   * When it happened or was said, with the offset of its zone.
   */
  at: string;
  /**
   * The id of the participant.
   */
  participant: string;
  /**
   * Whether they came to an agreement. Terms: sepakat: agreement reached; gagal: no agreement.
   */
  outcome: "sepakat" | "gagal";
  /**
   * What was agreed. Unit: rupiah, PPN included.
   */
  total?: null | string;
  /**
   * The points of the talks, in order.
   */
  items?: null | TalkedItem[];
}
/**
 * A point of the talks.
 */
export interface TalkedItem {
  /**
   * The line of the document that it is about.
   */
  line?: null | string;
  /**
   * What it is about, where it is no line.
   */
  title?: null | string;
  /**
   * What the panel asked.
   */
  asked: string;
  /**
   * What was agreed.
   */
  agreed: string;
}
/**
 * A reverse auction between two bidders.
 */
export interface ReverseAuction {
  /**
   * Which kind of event it is.
   */
  type: "reverse_auction";
  /**
   * When it happened or was said, with the offset of its zone.
   */
  at: string;
  /**
   * Whether it was held.
   */
  held: boolean;
  /**
   * The last price of each participant, by id. Unit: rupiah, PPN included.
   */
  totals?: null | {
    [k: string]: null | string;
  };
  /**
   * Why, as it would stand in minutes.
   */
  reason: string;
}
/**
 * A bidder withdrew.
 */
export interface Withdrawal {
  /**
   * Which kind of event it is.
   */
  type: "pengunduran_diri";
  /**
   * When it happened or was said, with the offset of its zone.
   */
  at: string;
  /**
   * The id of the participant.
   */
  participant: string;
  /**
   * At which stage it falls. Terms: pemasukan_kualifikasi: Handing in of qualifications (pemasukan kualifikasi); pembukaan: Opening (pembukaan); koreksi_aritmatik: Arithmetic correction (koreksi aritmatik); penawaran_dievaluasi: Bids evaluated (penawaran dievaluasi); evaluasi_administrasi: Administration (evaluasi administrasi); evaluasi_kualifikasi: Qualification (evaluasi kualifikasi); evaluasi_teknis: Technical evaluation (evaluasi teknis); pembukaan_harga: Opening of prices (pembukaan harga); penyetaraan_teknis: Equalization (penyetaraan teknis); evaluasi_harga: Price evaluation (evaluasi harga); pembuktian_kualifikasi: Proof of qualification (pembuktian kualifikasi); penetapan_hasil_kualifikasi: Determination of the list (penetapan hasil kualifikasi); negosiasi: Clarification and negotiation (negosiasi); penetapan: Determination of the winner (penetapan).
   */
  stage:
    | "pemasukan_kualifikasi"
    | "pembukaan"
    | "koreksi_aritmatik"
    | "penawaran_dievaluasi"
    | "evaluasi_administrasi"
    | "evaluasi_kualifikasi"
    | "evaluasi_teknis"
    | "pembukaan_harga"
    | "penyetaraan_teknis"
    | "evaluasi_harga"
    | "pembuktian_kualifikasi"
    | "penetapan_hasil_kualifikasi"
    | "negosiasi"
    | "penetapan";
  /**
   * Why, as it would stand in minutes.
   */
  reason: string;
  /**
   * Whether the panel accepts the reason; absent is unknown.
   */
  accepted?: null | boolean;
  /**
   * Whether it withdrew, or would not extend its bid. Terms: pengunduran_diri: it withdrew; menolak_perpanjangan: it would not extend its bid.
   */
  cause?: null | ("pengunduran_diri" | "menolak_perpanjangan");
}
/**
 * The panel's decision on the order of equal bids.
 */
export interface RankingDecision {
  /**
   * Which kind of event it is.
   */
  type: "keputusan_peringkat";
  /**
   * When it happened or was said, with the offset of its zone.
   */
  at: string;
  /**
   * Which members decided.
   */
  by: [string, ...string[]] | string;
  /**
   * The participants, the best first.
   *
   * @minItems 2
   * @maxItems 2000
   */
  order: [string, string, ...string[]];
  /**
   * Why, as it would stand in minutes.
   */
  reason: string;
}
/**
 * The panel confirmed a value of the law against its document.
 */
export interface Confirmation {
  /**
   * Which kind of event it is.
   */
  type: "konfirmasi_nilai";
  /**
   * When it happened or was said, with the offset of its zone.
   */
  at: string;
  /**
   * A value of the law, by its name, as the schema of an evaluation lists them (`ParamId`).
   */
  param: string;
  /**
   * What the document has.
   */
  value: string;
  /**
   * Where the tender document says so.
   */
  clause: string;
}
/**
 * Somebody looked again: a figure that was doubted is written so.
 */
export interface TypingConfirmation {
  /**
   * Which kind of event it is.
   */
  type: "konfirmasi_isian";
  /**
   * When it happened or was said, with the offset of its zone.
   */
  at: string;
  /**
   * Which doubt it answers. Terms: harga_berlipat: a unit price that is a power of ten off the HPS; total_jauh: a corrected total far from the stated one; volume_berbeda: volumes or words that are not the document's; baris_nol: a unit price of 0; penawaran_kosong: every unit price blank or 0.
   */
  doubt: "harga_berlipat" | "total_jauh" | "volume_berbeda" | "baris_nol" | "penawaran_kosong";
  /**
   * The id of the participant.
   */
  participant: string;
  /**
   * The line that is doubted.
   */
  line?: null | string;
  /**
   * The figure as it is typed. Unit: the doubted figure as it is typed: a total with PPN, a unit price net of it, or a volume.
   */
  figure: string;
  /**
   * Which members looked.
   */
  by: [string, ...string[]] | string;
  /**
   * Why, as prose; where it does not meet it has to be said.
   */
  note: string;
}
/**
 * The determination of the winner, or of the list of a prakualifikasi.
 */
export interface Award {
  /**
   * Which kind of event it is.
   */
  type: "penetapan";
  /**
   * When it happened or was said, with the offset of its zone.
   */
  at: string;
  /**
   * Of which result. Terms: kualifikasi: the qualification; pemilihan: the result of the bids.
   */
  of: "kualifikasi" | "pemilihan";
  /**
   * Who did it. Terms: pokja: the Pokja; pa: the PA/KPA.
   */
  by: "pokja" | "pa";
  /**
   * The number of the paper.
   */
  number: string;
  /**
   * Who won.
   */
  winner?: null | string;
  /**
   * Who stands behind, in order.
   */
  reserves?: null | string[];
  /**
   * The participants on the list, in order.
   */
  list?: null | string[];
}
/**
 * The tender, or its qualification, was declared to have failed.
 */
export interface FailureAct {
  /**
   * Which kind of event it is.
   */
  type: "pernyataan_gagal";
  /**
   * When it happened or was said, with the offset of its zone.
   */
  at: string;
  /**
   * Of which result. Terms: kualifikasi: the qualification; pemilihan: the result of the bids.
   */
  of: "kualifikasi" | "pemilihan";
  /**
   * Who did it. Terms: pokja: the Pokja; pa: the PA/KPA.
   */
  by: "pokja" | "pa";
  /**
   * On which ground, by its id, as the schema of an evaluation lists them (`GroundId`).
   */
  ground: string;
  /**
   * Files and pages that show it; one may stand without the brackets of a list.
   */
  evidence?: null | ((string | Evidence)[] | (string | Evidence));
}
/**
 * The selection was called off by a decision.
 */
export interface Cancellation {
  /**
   * Which kind of event it is.
   */
  type: "pembatalan";
  /**
   * When it happened or was said, with the offset of its zone.
   */
  at: string;
  /**
   * Who did it. Terms: pa: the PA/KPA; kpa: the KPA; ppk: the PPK.
   */
  by: "pa" | "kpa" | "ppk";
  /**
   * Why, as it would stand in minutes.
   */
  reason: string;
  /**
   * The number of the paper.
   */
  number?: null | string;
  /**
   * Files and pages that show it; one may stand without the brackets of a list.
   */
  evidence?: null | ((string | Evidence)[] | (string | Evidence));
}
/**
 * A result was announced.
 */
export interface Announcement {
  /**
   * Which kind of event it is.
   */
  type: "pengumuman";
  /**
   * When it happened or was said, with the offset of its zone.
   */
  at: string;
  /**
   * What it is about. Terms: kualifikasi: the qualification; pemilihan: the result of the bids.
   */
  of: "kualifikasi" | "pemilihan";
}
/**
 * An objection (sanggah).
 */
export interface Objection {
  /**
   * Which kind of event it is.
   */
  type: "sanggah";
  /**
   * When it happened or was said, with the offset of its zone.
   */
  at: string;
  /**
   * Against which result. Terms: kualifikasi: the qualification; pemilihan: the result of the bids.
   */
  of: "kualifikasi" | "pemilihan";
  /**
   * The id of the participant.
   */
  participant: string;
  /**
   * By which way it came. Terms: spse: in SPSE; luar: outside SPSE.
   */
  channel?: null | ("spse" | "luar");
  /**
   * To whom. Terms: pokja: the Pokja; ppk: the PPK; pa: the PA/KPA; kpa: the KPA; lainnya: something else.
   */
  addressee?: null | ("pokja" | "ppk" | "pa" | "kpa" | "lainnya");
}
/**
 * The answer to an objection.
 */
export interface ObjectionAnswer {
  /**
   * Which kind of event it is.
   */
  type: "jawaban_sanggah";
  /**
   * When it happened or was said, with the offset of its zone.
   */
  at: string;
  /**
   * Against which result the objection was. Terms: kualifikasi: the qualification; pemilihan: the result of the bids.
   */
  of: "kualifikasi" | "pemilihan";
  /**
   * The id of the participant.
   */
  participant: string;
  /**
   * What was decided. Terms: benar_substansial: the objection is right and substantial; benar_tidak_substansial: the objection is right, not substantial; tidak_benar: the objection is not right.
   */
  decision: "benar_substansial" | "benar_tidak_substansial" | "tidak_benar";
  /**
   * What was found: the id of a ground, as the schema of an evaluation lists them (`GroundId`).
   */
  cause?: null | string;
}
/**
 * An appeal (sanggah banding).
 */
export interface Appeal {
  /**
   * Which kind of event it is.
   */
  type: "sanggah_banding";
  /**
   * When it happened or was said, with the offset of its zone.
   */
  at: string;
  /**
   * Against which result. Terms: kualifikasi: the qualification; pemilihan: the result of the bids.
   */
  of: "kualifikasi" | "pemilihan";
  /**
   * The id of the participant.
   */
  participant: string;
  /**
   * The appeal bond. Unit: rupiah.
   */
  bond?: null | string;
  /**
   * What was decided on it. Terms: benar_substansial: the objection is right and substantial; benar_tidak_substansial: the objection is right, not substantial; tidak_benar: the objection is not right.
   */
  decision?: null | ("benar_substansial" | "benar_tidak_substansial" | "tidak_benar");
  /**
   * To whom. Terms: pokja: the Pokja; ppk: the PPK; pa: the PA/KPA; kpa: the KPA; lainnya: something else.
   */
  addressee?: null | ("pokja" | "ppk" | "pa" | "kpa" | "lainnya");
}
/**
 * Whether the appeal bond is valid.
 */
export interface BondClarification {
  /**
   * Which kind of event it is.
   */
  type: "klarifikasi_jaminan";
  /**
   * When it happened or was said, with the offset of its zone.
   */
  at: string;
  /**
   * The id of the participant.
   */
  participant: string;
  /**
   * What its issuer said. Terms: sah: valid; tidak_sah: not valid.
   */
  result: "sah" | "tidak_sah";
}
/**
 * The answer to an appeal.
 */
export interface AppealAnswer {
  /**
   * Which kind of event it is.
   */
  type: "jawaban_sanggah_banding";
  /**
   * When it happened or was said, with the offset of its zone.
   */
  at: string;
  /**
   * The id of the participant.
   */
  participant: string;
  /**
   * What was decided. Terms: benar: right; tidak_benar: the objection is not right.
   */
  decision: "benar" | "tidak_benar";
}
/**
 * The objection period is over.
 */
export interface ObjectionPeriodEnd {
  /**
   * Which kind of event it is.
   */
  type: "akhir_masa_sanggah";
  /**
   * When it happened or was said, with the offset of its zone.
   */
  at: string;
  /**
   * Of which result. Terms: kualifikasi: the qualification; pemilihan: the result of the bids.
   */
  of: "kualifikasi" | "pemilihan";
}
/**
 * The panel proposed who is to be determined by the PA.
 */
export interface AwardProposal {
  /**
   * Which kind of event it is.
   */
  type: "usul_penetapan";
  /**
   * When it happened or was said, with the offset of its zone.
   */
  at: string;
  /**
   * The number of the paper.
   */
  number?: null | string;
}
/**
 * A determination, or a contract, was refused.
 */
export interface Refusal {
  /**
   * Which kind of event it is.
   */
  type: "penolakan";
  /**
   * When it happened or was said, with the offset of its zone.
   */
  at: string;
  /**
   * Who did it. Terms: pa: the PA/KPA; ppk: the PPK.
   */
  by: "pa" | "ppk";
  /**
   * Why, as it would stand in minutes.
   */
  reason: string;
}
/**
 * The meeting in which the tender document was explained (aanwijzing).
 */
export interface Explanation {
  /**
   * Which kind of event it is.
   */
  type: "penjelasan";
  /**
   * When it happened or was said, with the offset of its zone.
   */
  at: string;
  /**
   * The number of the paper.
   */
  number?: null | string;
}
/**
 * The appointment of the supplier (SPPBJ).
 */
export interface Appointment {
  /**
   * Which kind of event it is.
   */
  type: "sppbj";
  /**
   * When it happened or was said, with the offset of its zone.
   */
  at: string;
  /**
   * The id of the participant.
   */
  participant: string;
  /**
   * The number of the paper.
   */
  number: string;
}
/**
 * What interest a member of the panel declared.
 */
export interface DeclaredInterest {
  /**
   * Which kind of event it is.
   */
  type: "pernyataan";
  /**
   * When it happened or was said, with the offset of its zone.
   */
  at: string;
  /**
   * The id of the member.
   */
  member: string;
  /**
   * What it is; false where there is none.
   */
  interest: false | string;
  /**
   * In whom.
   */
  participants?: null | string[];
}
/**
 * An invitation to a bidder.
 */
export interface Invitation {
  /**
   * Which kind of event it is.
   */
  type: "undangan";
  /**
   * When it happened or was said, with the offset of its zone.
   */
  at: string;
  /**
   * To what. Terms: klarifikasi: a clarification; negosiasi: Clarification and negotiation (negosiasi); pembuktian: the proof of the qualification.
   */
  of: "klarifikasi" | "negosiasi" | "pembuktian";
  /**
   * The id of the participant.
   */
  participant: string;
  /**
   * For when.
   */
  for: string;
  /**
   * Where it was held or written.
   */
  place?: null | string;
  /**
   * The number of the paper.
   */
  number?: null | string;
  /**
   * Who was there.
   */
  present?: null | Present[];
}
/**
 * Somebody who was there.
 */
export interface Present {
  /**
   * The name.
   */
  name: string;
  /**
   * As what.
   */
  role: string;
  /**
   * For which participant.
   */
  for?: null | string;
}
/**
 * Number and day of a letter or of minutes that no act gives.
 */
export interface Letter {
  /**
   * Which kind of event it is.
   */
  type: "surat";
  /**
   * When it happened or was said, with the offset of its zone.
   */
  at: string;
  /**
   * Which paper, by its key.
   */
  of: string;
  /**
   * To whom, where each participant has its own.
   */
  participant?: null | string;
  /**
   * The number of the paper.
   */
  number: string;
  /**
   * Where it was held or written.
   */
  place?: null | string;
  /**
   * The day that it bears.
   */
  date: string;
}
/**
 * The minutes (berita acara) were signed.
 */
export interface Minutes {
  /**
   * Which kind of event it is.
   */
  type: "berita_acara";
  /**
   * When it happened or was said, with the offset of its zone.
   */
  at: string;
  /**
   * What it is about. Terms: kualifikasi: the qualification; pemilihan: the result of the bids.
   */
  of: "kualifikasi" | "pemilihan";
  /**
   * The number of the paper.
   */
  number: string;
  /**
   * Where it was held or written.
   */
  place: string;
  /**
   * Who was there.
   */
  present?: null | Present[];
}
/**
 * Of what package this one is a repeat.
 */
export interface Previous {
  /**
   * Which kind of repeat. Terms: evaluasi_ulang: a new evaluation of bids; penawaran_ulang: new bids; tender_ulang: a new tender (Tender ulang); prakualifikasi_ulang: a new prakualifikasi.
   */
  kind: "evaluasi_ulang" | "penawaran_ulang" | "tender_ulang" | "prakualifikasi_ulang";
  /**
   * The digest of the package before.
   */
  package: string;
  /**
   * Why, as it would stand in minutes.
   */
  reason: string;
}
/**
 * What an evaluation found, for those inside: it holds what members said, unit prices that were corrected and notices that are internal. Amounts are rupiah, PPN included, as texts in plain notation. Scores have ten decimals, half up; `exact` is the fraction that decides. Not said here: the passed, failed, pending and not_evaluated of a stage repeat its verdicts; corrections make corrected minus stated; the root follows from all the rest.
 */
export interface Evaluation {
  /**
   * The format and its number.
   */
  format: "tender-evaluation/1";
  /**
   * Whether the evaluation waits, was computed, or people have acted on it as well. Terms: menunggu: it waits; dihitung: it was computed; ditetapkan: people have acted on it.
   */
  state: "menunggu" | "dihitung" | "ditetapkan";
  /**
   * What came out; null while it waits. Terms: pemenang: a winner; daftar_peserta: a list of those who may bid; gagal: no agreement.
   */
  result: "pemenang" | "daftar_peserta" | "gagal" | null;
  /**
   * What was decided at each stage, in the order of the procedure.
   */
  stages: StageResult[];
  /**
   * The prices that were opened, and what was corrected.
   */
  prices: OpenedPrice[];
  /**
   * The scores of each participant before their weights.
   */
  scores: Scores[];
  /**
   * The order of the bids, the best first.
   */
  ranking: Rank[];
  /**
   * Who is proposed, or was determined; null while nobody is.
   */
  winner: null | string;
  /**
   * Who is proposed behind the winner, in order.
   *
   * @maxItems 2
   */
  reserves: string[];
  /**
   * Who is proposed for the list of a prakualifikasi.
   */
  shortlist: string[];
  /**
   * What the law has follow; null where that is nothing.
   */
  next: null | FollowUp;
  /**
   * Why the tender fails, if it does.
   */
  failure: null | Failure;
  /**
   * The periods of the law, in the order in which they begin.
   */
  calendar: Period[];
  /**
   * What became of the result; null while nobody has acted on it.
   */
  after_award: null | AfterAward;
  /**
   * What is missing, and of whom; added to the package it is evaluated again.
   */
  awaiting: AwaitedItem[];
  /**
   * What people have to look at; nothing of it decides.
   */
  notices: Notice[];
  /**
   * The law that it was evaluated under.
   */
  regulation: AppliedRegulation;
  /**
   * The digest of the package that was evaluated.
   */
  package: string;
  /**
   * What bidders share; null where nobody looked. Internal, and no part of the root.
   */
  similarities: null | Similarity[];
  /**
   * The version of the engine.
   */
  engine: string;
  /**
   * The head of the decision trail, which every paper prints.
   */
  root: string;
}
/**
 * What was decided at a stage.
 */
export interface StageResult {
  /**
   * The stage. Terms: pemasukan_kualifikasi: Handing in of qualifications (pemasukan kualifikasi); pembukaan: Opening (pembukaan); koreksi_aritmatik: Arithmetic correction (koreksi aritmatik); penawaran_dievaluasi: Bids evaluated (penawaran dievaluasi); evaluasi_administrasi: Administration (evaluasi administrasi); evaluasi_kualifikasi: Qualification (evaluasi kualifikasi); evaluasi_teknis: Technical evaluation (evaluasi teknis); pembukaan_harga: Opening of prices (pembukaan harga); penyetaraan_teknis: Equalization (penyetaraan teknis); evaluasi_harga: Price evaluation (evaluasi harga); pembuktian_kualifikasi: Proof of qualification (pembuktian kualifikasi); penetapan_hasil_kualifikasi: Determination of the list (penetapan hasil kualifikasi); negosiasi: Clarification and negotiation (negosiasi); penetapan: Determination of the winner (penetapan).
   */
  id:
    | "pemasukan_kualifikasi"
    | "pembukaan"
    | "koreksi_aritmatik"
    | "penawaran_dievaluasi"
    | "evaluasi_administrasi"
    | "evaluasi_kualifikasi"
    | "evaluasi_teknis"
    | "pembukaan_harga"
    | "penyetaraan_teknis"
    | "evaluasi_harga"
    | "pembuktian_kualifikasi"
    | "penetapan_hasil_kualifikasi"
    | "negosiasi"
    | "penetapan";
  /**
   * What was decided of each participant who entered it.
   */
  verdicts: StageVerdict[];
  /**
   * Who passed.
   */
  passed: string[];
  /**
   * Who fell.
   */
  failed: string[];
  /**
   * Who waits.
   */
  pending: string[];
  /**
   * Who was lawfully left alone.
   */
  not_evaluated: string[];
}
/**
 * What was decided of a participant at a stage.
 */
export interface StageVerdict {
  /**
   * The id of the participant.
   */
  participant: string;
  /**
   * What was decided; missing is never met. Terms: lulus: passed (lulus); gugur: failed (gugur); belum_dinilai: open (belum dinilai); tidak_dievaluasi: left alone (tidak dievaluasi).
   */
  verdict: "lulus" | "gugur" | "belum_dinilai" | "tidak_dievaluasi";
  /**
   * Why, as minutes print it.
   */
  reason: string;
  /**
   * What each rule found.
   */
  findings: Finding[];
  /**
   * What members of the panel said of it, those that count and those that do not.
   */
  votes: Vote[];
}
/**
 * What a rule found.
 */
export interface Finding {
  /**
   * The rule that found it, under the title that papers print.
   */
  rule: RuleId;
  /**
   * What was decided; missing is never met. Terms: lulus: passed (lulus); gugur: failed (gugur); belum_dinilai: open (belum dinilai); tidak_dievaluasi: left alone (tidak dievaluasi).
   */
  verdict: "lulus" | "gugur" | "belum_dinilai" | "tidak_dievaluasi";
  /**
   * Why, as minutes print it.
   */
  reason: string;
  /**
   * The figures that it rests on, exactly, by name.
   */
  facts: {
    [k: string]: string;
  };
  /**
   * The values of the law that were used.
   */
  values: UsedValue[];
  /**
   * The texts behind it.
   *
   * @minItems 1
   */
  citations: [Citation, ...Citation[]];
}
/**
 * A value of the law that was used.
 */
export interface UsedValue {
  /**
   * Which value of the law.
   */
  param: ParamId;
  /**
   * The value, in plain notation or as a term.
   */
  value: string;
  /**
   * The text of the law, or the tender document.
   */
  instrument: string;
  /**
   * The passage in it.
   */
  article: string;
  /**
   * From when it is in force.
   */
  since: string;
  /**
   * How well it was read. Terms: text: text read; secondary: secondary source; unverified: unverified.
   */
  source: "text" | "secondary" | "unverified";
  /**
   * Who sets it: the national law, a local standard, or the tender document.
   */
  set_by: string;
  /**
   * Which of several readings it is, where there are several.
   */
  variant: null | string;
  /**
   * The clause of the tender document that sets it, if it does.
   */
  clause: null | string;
}
/**
 * A passage that is cited.
 */
export interface Citation {
  /**
   * The text of the law, or the tender document.
   */
  instrument: string;
  /**
   * The passage in it.
   */
  article: string;
  /**
   * How well it was read. Terms: text: text read; secondary: secondary source; unverified: unverified.
   */
  source: "text" | "secondary" | "unverified";
  /**
   * The clause of the tender document, if it asks it.
   */
  clause: null | string;
}
/**
 * What a member of the panel said.
 */
export interface Vote {
  /**
   * On what: a criterion, a named check, or the stage.
   */
  criterion: string;
  /**
   * The id of the member.
   */
  member: string;
  /**
   * Whether it meets; null where it was scored. Terms: memenuhi: meets; tidak_memenuhi: does not meet.
   */
  verdict: null | ("memenuhi" | "tidak_memenuhi");
  /**
   * The score; null where it was judged by a verdict. Unit: points.
   */
  score: null | string;
  /**
   * Why, as prose; where it does not meet it has to be said.
   */
  note: string;
  /**
   * When it happened or was said, with the offset of its zone.
   */
  at: string;
  /**
   * Whether it counts; one that a later word replaced does not.
   */
  counts: boolean;
}
/**
 * A price that was opened. One that no stage opened is nowhere.
 */
export interface OpenedPrice {
  /**
   * The id of the participant.
   */
  participant: string;
  /**
   * The total of the bid letter. Unit: rupiah, PPN included.
   */
  stated_total: string;
  /**
   * The total after the arithmetic correction. Unit: rupiah, PPN included.
   */
  corrected_total: null | string;
  /**
   * The total that was agreed in talks. Unit: rupiah, PPN included.
   */
  negotiated_total: null | string;
  /**
   * The last price of a reverse auction. Unit: rupiah, PPN included.
   */
  reverse_auction_total: null | string;
  /**
   * The total that a contract would have. Unit: rupiah, PPN included.
   */
  final_total: null | string;
  /**
   * The corrected total. Unit: percent of the HPS, four decimals.
   */
  percent_of_hps: null | string;
  /**
   * The price with the preference for domestic content (HEA), for the order only. Unit: rupiah, PPN included.
   */
  hea: null | string;
  /**
   * The performance bond that the winner hands in. Unit: rupiah.
   */
  performance_bond: null | string;
  /**
   * Each cell that was corrected; their effects make corrected minus stated.
   */
  corrections: Correction[];
}
/**
 * A cell that was corrected.
 */
export interface Correction {
  /**
   * The line; null where it is the whole.
   */
  line: null | string;
  /**
   * The rule that corrects it.
   */
  rule: RuleId;
  /**
   * Which cell.
   */
  field: CorrectedField;
  /**
   * What was written; null where it was blank. Unit: that of the cell.
   */
  from: null | string;
  /**
   * What it is now. Unit: that of the cell.
   */
  to: null | string;
  /**
   * What it changes of the total. Unit: rupiah, PPN included.
   */
  effect: string;
}
/**
 * The scores of a participant before their weights; null where there is none.
 */
export interface Scores {
  /**
   * The id of the participant.
   */
  participant: string;
  /**
   * Of the qualification.
   */
  qualification: null | Score;
  /**
   * Of the technical bid.
   */
  technical: null | Score;
  /**
   * Of the price.
   */
  price: null | Score;
  /**
   * Of all together.
   */
  combined: null | Score;
}
/**
 * A score, shown and exact.
 */
export interface Score {
  /**
   * With ten decimals, half up. Unit: points, 0 to 100.
   */
  value: string;
  /**
   * The fraction that decides.
   */
  exact: string;
}
/**
 * A place in the order.
 */
export interface Rank {
  /**
   * The place. Unit: places from 1.
   */
  rank: number;
  /**
   * The id of the participant.
   */
  participant: string;
  /**
   * By what it was ranked.
   */
  basis: RankedByAmount | RankedByScore;
}
/**
 * Ranked by an amount: the least first.
 */
export interface RankedByAmount {
  /**
   * Which figure.
   */
  by: OrderingFigure;
  /**
   * The figure. Unit: rupiah, PPN included.
   */
  figure: string;
  /**
   * There is none: the amount is exact.
   */
  exact: null;
}
/**
 * Ranked by a score: the highest first.
 */
export interface RankedByScore {
  /**
   * Which score.
   */
  by: OrderingFigure;
  /**
   * The score with ten decimals, half up. Unit: points, 0 to 100.
   */
  figure: string;
  /**
   * The fraction that decides.
   */
  exact: string;
}
/**
 * Why the tender, or its qualification, fails.
 */
export interface Failure {
  /**
   * On which ground.
   */
  ground: GroundId;
  /**
   * Who declares it. Terms: pokja: the Pokja; pa: the PA/KPA; kpa: the KPA; ppk: the PPK.
   */
  declared_by: "pokja" | "pa" | "kpa" | "ppk";
  /**
   * From when it holds. Terms: segera: at once; setelah_masa_sanggah: after the objection period (masa sanggah).
   */
  effective: "segera" | "setelah_masa_sanggah";
  /**
   * What follows; null where that is nothing.
   */
  follow_up: null | FollowUp;
  /**
   * The texts behind it.
   */
  citations: Citation[];
}
/**
 * A period of the law, with what is left of it as of the latest time in the package.
 */
export interface Period {
  /**
   * Which period.
   */
  id: PeriodId;
  /**
   * Of which result, or of what.
   */
  of: string;
  /**
   * Of whom; null where it is everybody's.
   */
  participant: null | string;
  /**
   * In which round. Unit: rounds.
   */
  round: number;
  /**
   * When it begins.
   */
  from: string;
  /**
   * When it ends: the last moment that is in it.
   */
  until: string;
  /**
   * In which days. Terms: hari_kalender: calendar days; hari_kerja: working days.
   */
  counted: "hari_kalender" | "hari_kerja";
  /**
   * How many have passed. Unit: days, as `counted`.
   */
  used: null | number;
  /**
   * How many are left. Unit: days, as `counted`.
   */
  left: null | number;
  /**
   * The texts behind it.
   */
  citations: Citation[];
  /**
   * Whether it has begun, runs, or is over. Terms: belum: not begun; berjalan: running; lewat: over.
   */
  state: "belum" | "berjalan" | "lewat";
}
/**
 * What became of a result that people acted on.
 */
export interface AfterAward {
  /**
   * Where it stands. Terms: belum_diumumkan: not announced yet; masa_sanggah: objections may come in (masa sanggah); menunggu_jawaban: an objection (sanggah) is to be answered; masa_sanggah_banding: appeals may come in (masa sanggah banding); menunggu_jawaban_banding: an appeal (sanggah banding) is to be answered; penetapan_batal: the act on the result stands no more; siap_sppbj: ready for the appointment (SPPBJ); selesai: at its end.
   */
  state:
    | "belum_diumumkan"
    | "masa_sanggah"
    | "menunggu_jawaban"
    | "masa_sanggah_banding"
    | "menunggu_jawaban_banding"
    | "penetapan_batal"
    | "siap_sppbj"
    | "selesai";
  /**
   * The states that it went through, in order. Terms: belum_diumumkan: not announced yet; masa_sanggah: objections may come in (masa sanggah); menunggu_jawaban: an objection (sanggah) is to be answered; masa_sanggah_banding: appeals may come in (masa sanggah banding); menunggu_jawaban_banding: an appeal (sanggah banding) is to be answered; penetapan_batal: the act on the result stands no more; siap_sppbj: ready for the appointment (SPPBJ); selesai: at its end.
   *
   * @minItems 1
   */
  path: [
    (
      | "belum_diumumkan"
      | "masa_sanggah"
      | "menunggu_jawaban"
      | "masa_sanggah_banding"
      | "menunggu_jawaban_banding"
      | "penetapan_batal"
      | "siap_sppbj"
      | "selesai"
    ),
    ...(
      | "belum_diumumkan"
      | "masa_sanggah"
      | "menunggu_jawaban"
      | "masa_sanggah_banding"
      | "menunggu_jawaban_banding"
      | "penetapan_batal"
      | "siap_sppbj"
      | "selesai"
    )[]
  ];
  /**
   * What has to come next.
   */
  waits_for: NextAct[];
}
/**
 * Something that is missing.
 */
export interface AwaitedItem {
  /**
   * The stage. Terms: pemasukan_kualifikasi: Handing in of qualifications (pemasukan kualifikasi); pembukaan: Opening (pembukaan); koreksi_aritmatik: Arithmetic correction (koreksi aritmatik); penawaran_dievaluasi: Bids evaluated (penawaran dievaluasi); evaluasi_administrasi: Administration (evaluasi administrasi); evaluasi_kualifikasi: Qualification (evaluasi kualifikasi); evaluasi_teknis: Technical evaluation (evaluasi teknis); pembukaan_harga: Opening of prices (pembukaan harga); penyetaraan_teknis: Equalization (penyetaraan teknis); evaluasi_harga: Price evaluation (evaluasi harga); pembuktian_kualifikasi: Proof of qualification (pembuktian kualifikasi); penetapan_hasil_kualifikasi: Determination of the list (penetapan hasil kualifikasi); negosiasi: Clarification and negotiation (negosiasi); penetapan: Determination of the winner (penetapan).
   */
  stage:
    | "pemasukan_kualifikasi"
    | "pembukaan"
    | "koreksi_aritmatik"
    | "penawaran_dievaluasi"
    | "evaluasi_administrasi"
    | "evaluasi_kualifikasi"
    | "evaluasi_teknis"
    | "pembukaan_harga"
    | "penyetaraan_teknis"
    | "evaluasi_harga"
    | "pembuktian_kualifikasi"
    | "penetapan_hasil_kualifikasi"
    | "negosiasi"
    | "penetapan";
  /**
   * On whom; null where it is on nobody alone.
   */
  participant: null | string;
  /**
   * On what; null where it is on the stage as a whole.
   */
  criterion: null | string;
  /**
   * What is needed, and where in the package it is answered.
   */
  needs: Need;
  /**
   * Of whom: ids of members or participants.
   */
  from: string[];
}
/**
 * Something that people have to look at.
 */
export interface Notice {
  /**
   * What it is.
   */
  code: NoticeCode;
  /**
   * The same in words, in Indonesian.
   */
  message: string;
  /**
   * On whom; null where it is on nobody alone.
   */
  participant: null | string;
  /**
   * Whether it may leave the panel. Terms: publik: anybody; internal: those inside.
   */
  audience: "publik" | "internal";
}
/**
 * The law that was in force on the day of the announcement.
 */
export interface AppliedRegulation {
  /**
   * The state of the law.
   */
  rulebook: string;
  /**
   * What it is called.
   */
  title: string;
  /**
   * The version of the rulebook.
   */
  version: string;
  /**
   * The digest of the rulebook; null where it has no manifest.
   */
  digest: null | string;
  /**
   * Local standards over it.
   */
  overlays: string[];
  /**
   * The values of the law that were used.
   */
  values: UsedValue[];
}
/**
 * Something that bidders share; never a verdict.
 */
export interface Similarity {
  /**
   * What it is.
   */
  kind: SimilarityKind;
  /**
   * How much it says. Terms: kuat: it says much; lemah: it says little alone.
   */
  strength: "kuat" | "lemah";
  /**
   * Who share it.
   *
   * @minItems 1
   */
  participants: [string, ...string[]];
  /**
   * How often. Unit: places.
   */
  count: number;
  /**
   * Of how many that were compared. Unit: places.
   */
  compared: number;
  /**
   * On which lines of the price; null where it is not of prices.
   */
  lines: null | string[];
  /**
   * The definition by which it was found: `similar.` and its kind.
   */
  rule: string;
  /**
   * The values that are shared, by name.
   */
  facts: {
    [k: string]: string;
  };
  /**
   * How rare that is; null where nobody could say.
   */
  base_rate: null | BaseRate;
}
/**
 * How rare something shared is among bids that know nothing of each other.
 */
export interface BaseRate {
  /**
   * How it was reckoned.
   */
  model: null | string;
  /**
   * The chance.
   */
  chance: null | string;
  /**
   * The fraction that decides.
   */
  exact: null | string;
  /**
   * Why there is none.
   */
  reason: null | string;
}
export interface CheckRequest {
  /**
   * What its answer repeats, to be told from others.
   */
  id: string | number;
  /**
   * What is asked.
   */
  op: "check";
  /**
   * The package, `tender-package/1`.
   */
  package: {
    [k: string]: unknown;
  };
  /**
   * The package before, of which this one is a repeat.
   */
  previous?: {
    [k: string]: unknown;
  };
  /**
   * The language of the answer. Terms: id: Indonesian; en: English.
   */
  lang?: "id" | "en";
}
export interface EvaluateRequest {
  /**
   * What its answer repeats, to be told from others.
   */
  id: string | number;
  /**
   * What is asked.
   */
  op: "evaluate";
  /**
   * The package, `tender-package/1`.
   */
  package: {
    [k: string]: unknown;
  };
  /**
   * The package before, of which this one is a repeat.
   */
  previous?: {
    [k: string]: unknown;
  };
  /**
   * The language of the answer. Terms: id: Indonesian; en: English.
   */
  lang?: "id" | "en";
}
export interface BahpRequest {
  /**
   * What its answer repeats, to be told from others.
   */
  id: string | number;
  /**
   * What is asked.
   */
  op: "bahp";
  /**
   * The package, `tender-package/1`.
   */
  package: {
    [k: string]: unknown;
  };
  /**
   * Which paper, by its key.
   */
  document?: PaperKey;
  /**
   * The id of a participant.
   */
  participant?: string;
  /**
   * As what it is written. Terms: markdown; json; docx.
   */
  format?: "markdown" | "json" | "docx";
  /**
   * Whether it is the working paper, with all that is internal.
   */
  internal?: boolean;
  /**
   * The package before, of which this one is a repeat.
   */
  previous?: {
    [k: string]: unknown;
  };
  /**
   * The language of the answer. Terms: id: Indonesian; en: English.
   */
  lang?: "id" | "en";
}
export interface ExplainRequest {
  /**
   * What its answer repeats, to be told from others.
   */
  id: string | number;
  /**
   * What is asked.
   */
  op: "explain";
  /**
   * The package, `tender-package/1`.
   */
  package?: {
    [k: string]: unknown;
  };
  /**
   * The id of a participant.
   */
  participant?: string;
  /**
   * A code, a rule, a value of the law or a page.
   */
  topic?: string;
  /**
   * The language of the answer. Terms: id: Indonesian; en: English.
   */
  lang?: "id" | "en";
}
export interface CompareRequest {
  /**
   * What its answer repeats, to be told from others.
   */
  id: string | number;
  /**
   * What is asked.
   */
  op: "compare";
  /**
   * The package, `tender-package/1`.
   */
  package: {
    [k: string]: unknown;
  };
  /**
   * The package that it is compared with.
   */
  other?: {
    [k: string]: unknown;
  };
  /**
   * The day whose law applies.
   */
  at?: string;
  /**
   * Local standards by name.
   */
  overlays?: string[];
  /**
   * The language of the answer. Terms: id: Indonesian; en: English.
   */
  lang?: "id" | "en";
}
export interface ReasonsRequest {
  /**
   * What its answer repeats, to be told from others.
   */
  id: string | number;
  /**
   * What is asked.
   */
  op: "reasons";
  /**
   * The package, `tender-package/1`.
   */
  package: {
    [k: string]: unknown;
  };
  /**
   * The id of a participant.
   */
  participant?: string;
  /**
   * The language of the answer. Terms: id: Indonesian; en: English.
   */
  lang?: "id" | "en";
}
export interface WhatifRequest {
  /**
   * What its answer repeats, to be told from others.
   */
  id: string | number;
  /**
   * What is asked.
   */
  op: "whatif";
  /**
   * The package, `tender-package/1`.
   */
  package: {
    [k: string]: unknown;
  };
  /**
   * A place in the package, or a value of the law.
   */
  place?: string;
  /**
   * What stands there instead.
   */
  value?: string;
  /**
   * The language of the answer. Terms: id: Indonesian; en: English.
   */
  lang?: "id" | "en";
}
export interface SimilarRequest {
  /**
   * What its answer repeats, to be told from others.
   */
  id: string | number;
  /**
   * What is asked.
   */
  op: "similar";
  /**
   * The package, `tender-package/1`.
   */
  package?: {
    [k: string]: unknown;
  };
  /**
   * The packages, in order.
   */
  packages?: {
    [k: string]: unknown;
  }[];
  /**
   * The language of the answer. Terms: id: Indonesian; en: English.
   */
  lang?: "id" | "en";
}
export interface RulesRequest {
  /**
   * What its answer repeats, to be told from others.
   */
  id: string | number;
  /**
   * What is asked.
   */
  op: "rules";
  /**
   * A rule, a value, a check, a ground or a page.
   */
  name?: string;
  /**
   * The day whose law applies.
   */
  at?: string;
  /**
   * Local standards by name.
   */
  overlays?: string[];
  /**
   * The first day.
   */
  from?: string;
  /**
   * The day that it is compared with.
   */
  to?: string;
  /**
   * The language of the answer. Terms: id: Indonesian; en: English.
   */
  lang?: "id" | "en";
}
export interface SchemaRequest {
  /**
   * What its answer repeats, to be told from others.
   */
  id: string | number;
  /**
   * What is asked.
   */
  op: "schema";
  /**
   * Of what. Terms: package; package-strict; evaluation; request; answer; check; whatif; asked; similar; explain; compare; reasons; rules; bahp; all.
   */
  of?:
    | "package"
    | "package-strict"
    | "evaluation"
    | "request"
    | "answer"
    | "check"
    | "whatif"
    | "asked"
    | "similar"
    | "explain"
    | "compare"
    | "reasons"
    | "rules"
    | "bahp"
    | "all";
  /**
   * The language of the answer. Terms: id: Indonesian; en: English.
   */
  lang?: "id" | "en";
}
/**
 * The answer to a request: it has a result or an error, and never both.
 */
export interface Answer {
  /**
   * That of the request; null where it could not be read.
   */
  id: (string | number) | null;
  /**
   * Whom the answer is for; do not pass it on to anybody else. Terms: publik: anybody; pejabat: the PPK or the PA; peserta: the participant; internal: those inside.
   */
  audience: "publik" | "pejabat" | "peserta" | "internal";
  /**
   * What was asked for, of each op its own.
   */
  result?: {
    [k: string]: unknown;
  };
  /**
   * Why there is none.
   */
  error?: RequestError;
}
/**
 * Why a request has no answer.
 */
export interface RequestError {
  /**
   * What is wrong, by its stable code.
   */
  code: RequestErrorCode;
  /**
   * The same in words, in the language asked for.
   */
  message: string;
  /**
   * What to do.
   */
  hint: string;
  /**
   * All that is wrong with a package, where it is refused.
   */
  diagnostics?: Diagnostic[];
}
/**
 * Something that is wrong with a package.
 */
export interface Diagnostic {
  /**
   * What is wrong, by its stable code.
   */
  code: FaultCode;
  /**
   * The file, or the key of the request.
   */
  file: string;
  /**
   * Its line. Unit: lines from 1.
   */
  line: number;
  /**
   * Its column. Unit: signs from 1.
   */
  column: number;
  /**
   * The keys that lead there.
   */
  path: string;
  /**
   * What is wrong, in the language asked for.
   */
  message: string;
  /**
   * What to do.
   */
  hint: string;
  /**
   * The cell of a workbook; empty where it is none.
   */
  cell: string;
}
/**
 * What is wrong with a package, or the state of its evaluation.
 */
export interface CheckResult {
  /**
   * All that is wrong with it; empty where nothing is.
   */
  diagnostics: Diagnostic[];
  /**
   * The state of its evaluation; null where it is refused. Terms: menunggu: it waits; dihitung: it was computed; ditetapkan: people have acted on it.
   */
  state: null | ("menunggu" | "dihitung" | "ditetapkan");
  /**
   * Figures whose typing is doubted, which an event `konfirmasi_isian` answers.
   */
  doubts?: TypingDoubt[];
  /**
   * How many more doubts there are. Unit: doubts.
   */
  doubts_more?: number;
}
/**
 * A figure whose typing is doubted.
 */
export interface TypingDoubt {
  /**
   * The id of the participant.
   */
  participant: string;
  /**
   * Which doubt it is. Terms: harga_berlipat: a unit price that is a power of ten off the HPS; total_jauh: a corrected total far from the stated one; volume_berbeda: volumes or words that are not the document's; baris_nol: a unit price of 0; penawaran_kosong: every unit price blank or 0.
   */
  doubt: "harga_berlipat" | "total_jauh" | "volume_berbeda" | "baris_nol" | "penawaran_kosong";
  /**
   * The line; null where it is the whole.
   */
  line: null | string;
  /**
   * The figure as it is typed. Unit: rupiah, or that of the line.
   */
  figure: string;
  /**
   * What it would be in the other reading; null where there is none. Unit: rupiah, or that of the line.
   */
  other: null | string;
  /**
   * The words of the line in both readings, where it is these that differ.
   */
  words: null | string[];
  /**
   * Where it stands in the package.
   */
  place: string;
  /**
   * Whether it was answered.
   */
  confirmed: boolean;
}
/**
 * What would have changed a result, one thing at a time. Internal.
 */
export interface WhatIf {
  /**
   * What comes out of the figures alone.
   */
  outcome: Outcome;
  /**
   * Acts on the result, which were set aside to look.
   */
  set_aside: SetAside[];
  /**
   * What would have brought another outcome, the nearest first.
   */
  flips: Flip[];
  /**
   * What would have the evaluation wait.
   */
  to_waiting: Flip[];
  /**
   * What an evaluation without a result waits for; nothing can turn it.
   */
  waits_for: Need[];
  /**
   * Whether nothing that was tried turns it.
   */
  steady: boolean;
  /**
   * Within which range each kind of figure was moved.
   */
  ranges: Ranges;
  /**
   * How many more would turn it and are not written out.
   */
  further: Further[];
  /**
   * The same of what would have it wait.
   */
  further_waiting: Further[];
  /**
   * The kinds of which not every figure was tried. Terms: harga_satuan: unit prices (harga satuan); harga_total: totals; nilai: scores; ambang_batas: thresholds; bobot: weights; hps: the HPS; batas_kewajaran: the line of fair prices; suara: a vote; penilaian: a judgement; peserta_keluar: a bidder that leaves; tanpa_koreksi: a bid without its corrections; bacaan: another reading of the law.
   */
  unlooked: (
    | "harga_satuan"
    | "harga_total"
    | "nilai"
    | "ambang_batas"
    | "bobot"
    | "hps"
    | "batas_kewajaran"
    | "suara"
    | "penilaian"
    | "peserta_keluar"
    | "tanpa_koreksi"
    | "bacaan"
  )[];
}
/**
 * What comes out.
 */
export interface Outcome {
  /**
   * The result, or that the order is awaited (seri), that it waits (menunggu), or is refused (ditolak).
   */
  kind: string;
  /**
   * Who wins; null where nobody does.
   */
  winner: null | string;
  /**
   * Who is on the list of a prakualifikasi.
   */
  shortlist: string[];
  /**
   * On what it fails; null where it does not.
   */
  ground: null | GroundId;
  /**
   * What is awaited, or refused, by code.
   */
  codes: string[];
}
/**
 * An event that was set aside.
 */
export interface SetAside {
  /**
   * Which kind of event it is.
   */
  type: string;
  /**
   * When it was.
   */
  at: string;
}
/**
 * Something that turns the outcome.
 */
export interface Flip {
  /**
   * What was changed. Terms: harga_satuan: unit prices (harga satuan); harga_total: totals; nilai: scores; ambang_batas: thresholds; bobot: weights; hps: the HPS; batas_kewajaran: the line of fair prices; suara: a vote; penilaian: a judgement; peserta_keluar: a bidder that leaves; tanpa_koreksi: a bid without its corrections; bacaan: another reading of the law.
   */
  kind:
    | "harga_satuan"
    | "harga_total"
    | "nilai"
    | "ambang_batas"
    | "bobot"
    | "hps"
    | "batas_kewajaran"
    | "suara"
    | "penilaian"
    | "peserta_keluar"
    | "tanpa_koreksi"
    | "bacaan";
  /**
   * Its place in the package, or whom or what it is about.
   */
  subject: string;
  /**
   * What is given; null where nothing is.
   */
  now: null | string;
  /**
   * The nearest that can be written on this side of the boundary.
   */
  from: string;
  /**
   * The nearest beyond it.
   */
  to: string;
  /**
   * The boundary itself; null where it is no figure.
   */
  exact: null | string;
  /**
   * The outcome at the lower of both.
   */
  below: null | Outcome;
  /**
   * The outcome on the boundary, where that can be written.
   */
  at: null | Outcome;
  /**
   * The outcome at the higher of both.
   */
  above: null | Outcome;
}
/**
 * Within which range each kind of figure was moved.
 */
export interface Ranges {
  /**
   * Of unit prices.
   */
  harga_satuan: "0..2*hps";
  /**
   * Of totals.
   */
  harga_total: "0..2*hps";
  /**
   * Of scores.
   */
  nilai: "0..max_score";
  /**
   * Of thresholds.
   */
  ambang_batas: "+-10";
  /**
   * Of weights.
   */
  bobot: "+-10";
  /**
   * Of the HPS.
   */
  hps: "+-10%";
  /**
   * Of the line of fair prices.
   */
  batas_kewajaran: "+-10%";
}
/**
 * Figures of a kind that would turn it, or have it wait, too.
 */
export interface Further {
  /**
   * What they are. Terms: harga_satuan: unit prices (harga satuan); harga_total: totals; nilai: scores; ambang_batas: thresholds; bobot: weights; hps: the HPS; batas_kewajaran: the line of fair prices.
   */
  kind: "harga_satuan" | "harga_total" | "nilai" | "ambang_batas" | "bobot" | "hps" | "batas_kewajaran";
  /**
   * Of whom; null where they are the tender's.
   */
  participant: null | string;
  /**
   * How many. Unit: figures.
   */
  cells: number;
}
/**
 * The answer to one's own question. Internal.
 */
export interface Asked {
  /**
   * What comes out as it is.
   */
  outcome: Outcome;
  /**
   * Acts on the result, which were set aside to look.
   */
  set_aside: SetAside[];
  /**
   * What was asked, and what comes out so.
   */
  asked: Question;
}
/**
 * One value in the place of another.
 */
export interface Question {
  /**
   * The place in the package, or a value of the law.
   */
  place: string;
  /**
   * What stands there instead.
   */
  value: string;
  /**
   * What comes out; null where such a package is refused.
   */
  outcome: null | Outcome;
  /**
   * Whether the outcome stays.
   */
  same: boolean;
}
/**
 * What bidders share, in one tender or over several. Never a verdict; internal.
 */
export interface Similar {
  /**
   * The tenders that were looked at, and behind them those that were refused.
   */
  tenders: (LookedAt | Refused)[];
  /**
   * Those that are another one again.
   */
  left_out: LeftOut[];
  /**
   * Those that repeat another one that is given.
   */
  repeats: Repeats[];
  /**
   * Who bid, over all tenders.
   */
  bidders: Bidder[];
  /**
   * What is shared.
   */
  similarities: SimilarityAcross[];
  /**
   * Who is joined to whom.
   */
  groups: Group[];
  /**
   * Who met whom, the most telling first.
   */
  pairs: Pair[];
  /**
   * How many pairs are not told. Unit: pairs.
   */
  pairs_left_out: number;
  /**
   * Red flags, each with its definition.
   */
  flags: RedFlag[];
}
/**
 * A tender that was looked at.
 */
export interface LookedAt {
  /**
   * Its number here. Unit: tenders from 1.
   */
  n: number;
  /**
   * Where it was read.
   */
  source: string;
  /**
   * Its code.
   */
  code: string;
  /**
   * The state of its evaluation. Terms: menunggu: it waits; dihitung: it was computed; ditetapkan: people have acted on it.
   */
  state: "menunggu" | "dihitung" | "ditetapkan";
  /**
   * Who was determined, among the bidders.
   */
  winner: null | string;
  /**
   * The equal prices of three bids or more, which are no fact about two; null where they are on few lines.
   */
  equal_of_many: null | EqualOfMany;
}
/**
 * Equal unit prices of three bids or more on a line, beside their own ratios to the HPS.
 */
export interface EqualOfMany {
  /**
   * On how many lines. Unit: lines.
   */
  count: number;
  /**
   * Of how many, for which three bids or more have a price. Unit: lines.
   */
  compared: number;
  /**
   * The first twenty of these lines.
   */
  lines: string[];
}
/**
 * A tender that could not be evaluated.
 */
export interface Refused {
  /**
   * Where it was read.
   */
  source: string;
  /**
   * All that is wrong with it.
   */
  diagnostics: Diagnostic[];
}
/**
 * A tender that is another one again.
 */
export interface LeftOut {
  /**
   * Its number. Unit: tenders from 1.
   */
  n: number;
  /**
   * Whether it is a copy or a repeat. Terms: salinan: a copy; evaluasi_ulang: a new evaluation of bids.
   */
  why: "salinan" | "evaluasi_ulang";
  /**
   * The number of the other one. Unit: tenders from 1.
   */
  by: number;
}
/**
 * A tender that repeats another one that is given, with bids of its own.
 */
export interface Repeats {
  /**
   * Its number. Unit: tenders from 1.
   */
  n: number;
  /**
   * The number of the one that it repeats. Unit: tenders from 1.
   */
  of: number;
  /**
   * How it repeats it. Terms: evaluasi_ulang: a new evaluation of bids; penawaran_ulang: new bids; tender_ulang: a new tender (Tender ulang); prakualifikasi_ulang: a new prakualifikasi.
   */
  kind: "evaluasi_ulang" | "penawaran_ulang" | "tender_ulang" | "prakualifikasi_ulang";
}
/**
 * Who bid, over all tenders.
 */
export interface Bidder {
  /**
   * Its code here.
   */
  id: string;
  /**
   * The name.
   */
  name: string;
  /**
   * The tax number, as it is written.
   */
  npwp: null | string;
  /**
   * Under which id in which tender.
   */
  bids: Bid[];
}
/**
 * A bid of a tender.
 */
export interface Bid {
  /**
   * The number of the tender. Unit: tenders from 1.
   */
  n: number;
  /**
   * The id of the participant.
   */
  participant: string;
}
/**
 * Something that bidders share; never a verdict.
 */
export interface SimilarityAcross {
  /**
   * What it is.
   */
  kind: SimilarityKind;
  /**
   * How much it says. Terms: kuat: it says much; lemah: it says little alone.
   */
  strength: "kuat" | "lemah";
  /**
   * Who share it.
   *
   * @minItems 1
   */
  participants: [string, ...string[]];
  /**
   * How often. Unit: places.
   */
  count: number;
  /**
   * Of how many that were compared. Unit: places.
   */
  compared: number;
  /**
   * On which lines of the price; null where it is not of prices.
   */
  lines: null | string[];
  /**
   * The definition by which it was found: `similar.` and its kind.
   */
  rule: string;
  /**
   * The values that are shared, by name.
   */
  facts: {
    [k: string]: string;
  };
  /**
   * How rare that is; null where nobody could say.
   */
  base_rate: null | BaseRate;
}
/**
 * Bidders that are joined, each to at least one other.
 */
export interface Group {
  /**
   * Who they are.
   */
  bidders: string[];
  /**
   * How many pairs of them are joined. Unit: pairs.
   */
  edges: number;
  /**
   * Those of whom each is joined to each; null where that is too much to find.
   */
  cliques: null | string[][];
  /**
   * How many more such sets were found and are not told. Unit: sets.
   */
  cliques_left_out: number;
  /**
   * Whether all such sets were looked for.
   */
  cliques_all: boolean;
}
/**
 * Two bidders that met.
 */
export interface Pair {
  /**
   * Who they are.
   */
  bidders: string[];
  /**
   * In how many tenders both bid; none where they are joined and never met. Unit: tenders.
   */
  together: number;
  /**
   * How many of these each won. Unit: tenders.
   */
  won: number[];
  /**
   * What came of each.
   */
  encounters: Encounter[];
  /**
   * By what they are joined; null where they are not.
   */
  joined_by: null | Edge;
}
/**
 * Two bidders in one tender.
 */
export interface Encounter {
  /**
   * The number of the tender. Unit: tenders from 1.
   */
  n: number;
  /**
   * Their ranks; null for who has none. Unit: ranks from 1.
   */
  ranks: (null | number)[];
  /**
   * How far their totals are apart. Unit: share of the lower, four decimals.
   */
  distance: null | string;
  /**
   * Who won it.
   */
  winner: null | string;
}
/**
 * By what two bidders are joined.
 */
export interface Edge {
  /**
   * What says much.
   */
  strong: SimilarityKind[];
  /**
   * What says little alone.
   */
  weak: SimilarityKind[];
}
/**
 * A red flag, whether it was raised or not.
 */
export interface RedFlag {
  /**
   * Its code.
   */
  code: string;
  /**
   * What it is called.
   */
  title: string;
  /**
   * When it is raised.
   */
  definition: string;
  /**
   * Where it was read.
   */
  source: FlagSource;
  /**
   * The values that it turns on.
   */
  thresholds: Threshold[];
  /**
   * Why it is not computed; null where it is.
   */
  not_computed: null | string;
  /**
   * What was found, by what it is a figure of.
   */
  found: FoundAmong[];
}
/**
 * Where a red flag was read.
 */
export interface FlagSource {
  /**
   * The text of the law, or the tender document.
   */
  instrument: string;
  /**
   * The passage in it.
   */
  article: string;
  /**
   * How well it was read. Terms: text: text read; secondary: secondary source; unverified: unverified.
   */
  source: "text" | "secondary" | "unverified";
  /**
   * Its page.
   */
  url: string;
}
/**
 * A value that a red flag turns on.
 */
export interface Threshold {
  /**
   * Which value of the law, or setting of the house.
   */
  param: ParamId;
  /**
   * The value, in plain notation.
   */
  value: string;
  /**
   * How well it was read.
   */
  source: string;
}
/**
 * What was found among tenders, participants or buyers.
 */
export interface FoundAmong {
  /**
   * Of what it is a figure. Terms: tender: tenders; peserta: the participant; pembeli: buyers; satuan_kerja: units of buyers.
   */
  group: "tender" | "peserta" | "pembeli" | "satuan_kerja";
  /**
   * How many there are. Unit: of the group.
   */
  population: number;
  /**
   * How many there have to be to tell. Unit: of the group.
   */
  population_least: null | number;
  /**
   * Whether there are.
   */
  enough: boolean;
  /**
   * How many are left out, by why. Unit: of the group.
   */
  left_out: {
    [k: string]: number;
  };
  /**
   * Where outliers begin; null where none are sought.
   */
  fences: null | Fences;
  /**
   * Of whom it is raised.
   */
  raised: Raised[];
}
/**
 * Where outliers begin.
 */
export interface Fences {
  /**
   * The first quartile. Unit: share, four decimals.
   */
  q1: null | string;
  /**
   * The third quartile. Unit: share, four decimals.
   */
  q3: null | string;
  /**
   * Below it is an outlier. Unit: share, four decimals.
   */
  lower: null | string;
  /**
   * Above it is an outlier. Unit: share, four decimals.
   */
  upper: null | string;
}
/**
 * A red flag that is raised.
 */
export interface Raised {
  /**
   * Of what.
   */
  subject: string;
  /**
   * Of whom.
   */
  participants: string[];
  /**
   * The figure. Unit: share, four decimals.
   */
  value: null | string;
  /**
   * The fraction that decides.
   */
  exact: null | string;
  /**
   * What it rests on, by name.
   */
  facts: {
    [k: string]: string;
  };
}
/**
 * All that an evaluation says of one participant.
 */
export interface AboutParticipant {
  /**
   * The id of the participant.
   */
  participant: string;
  /**
   * What was decided, in the order of the stages that the participant entered.
   */
  stages: VerdictAtStage[];
  /**
   * The price, if it was opened.
   *
   * @maxItems 1
   */
  prices: OpenedPrice[];
  /**
   * The scores, if there are any.
   *
   * @maxItems 1
   */
  scores: Scores[];
  /**
   * The place in the order, if there is one.
   *
   * @maxItems 1
   */
  ranking: Rank[];
  /**
   * What is missing on the participant.
   */
  awaiting: AwaitedItem[];
  /**
   * What people have to look at on the participant.
   */
  notices: Notice[];
  /**
   * How each figure was reckoned, with its numbers.
   */
  formulas: Formula[];
}
/**
 * What was decided of a participant at a stage.
 */
export interface VerdictAtStage {
  /**
   * The stage. Terms: pemasukan_kualifikasi: Handing in of qualifications (pemasukan kualifikasi); pembukaan: Opening (pembukaan); koreksi_aritmatik: Arithmetic correction (koreksi aritmatik); penawaran_dievaluasi: Bids evaluated (penawaran dievaluasi); evaluasi_administrasi: Administration (evaluasi administrasi); evaluasi_kualifikasi: Qualification (evaluasi kualifikasi); evaluasi_teknis: Technical evaluation (evaluasi teknis); pembukaan_harga: Opening of prices (pembukaan harga); penyetaraan_teknis: Equalization (penyetaraan teknis); evaluasi_harga: Price evaluation (evaluasi harga); pembuktian_kualifikasi: Proof of qualification (pembuktian kualifikasi); penetapan_hasil_kualifikasi: Determination of the list (penetapan hasil kualifikasi); negosiasi: Clarification and negotiation (negosiasi); penetapan: Determination of the winner (penetapan).
   */
  stage:
    | "pemasukan_kualifikasi"
    | "pembukaan"
    | "koreksi_aritmatik"
    | "penawaran_dievaluasi"
    | "evaluasi_administrasi"
    | "evaluasi_kualifikasi"
    | "evaluasi_teknis"
    | "pembukaan_harga"
    | "penyetaraan_teknis"
    | "evaluasi_harga"
    | "pembuktian_kualifikasi"
    | "penetapan_hasil_kualifikasi"
    | "negosiasi"
    | "penetapan";
  /**
   * The id of the participant.
   */
  participant: string;
  /**
   * What was decided; missing is never met. Terms: lulus: passed (lulus); gugur: failed (gugur); belum_dinilai: open (belum dinilai); tidak_dievaluasi: left alone (tidak dievaluasi).
   */
  verdict: "lulus" | "gugur" | "belum_dinilai" | "tidak_dievaluasi";
  /**
   * Why, as minutes print it.
   */
  reason: string;
  /**
   * What each rule found.
   */
  findings: Finding[];
  /**
   * What members of the panel said of it, those that count and those that do not.
   */
  votes: Vote[];
}
/**
 * How a figure was reckoned.
 */
export interface Formula {
  /**
   * What it is, in Indonesian.
   */
  label: string;
  /**
   * The formula, with the numbers in it.
   */
  text: string;
}
/**
 * What a code of a fault says, where it is none of a place yet: braces hold what is filled in.
 */
export interface ExplainedFault {
  /**
   * The code.
   */
  code: string;
  /**
   * What is wrong, in the language asked for.
   */
  message: string;
  /**
   * What to do.
   */
  hint: string;
}
/**
 * What a notice of an evaluation says.
 */
export interface ExplainedNotice {
  /**
   * The code.
   */
  code: NoticeCode;
  /**
   * The same in words, in the language asked for.
   */
  message: string;
}
/**
 * A value of the law, with all its entries.
 */
export interface NamedValue {
  /**
   * Which value.
   */
  param: ParamId;
  /**
   * Its entries, national and local.
   *
   * @minItems 1
   */
  entries: [ValueEntry, ...ValueEntry[]];
}
/**
 * One dated entry of a value.
 */
export interface ValueEntry {
  /**
   * Which value.
   */
  param: ParamId;
  /**
   * The value, in plain notation or as a term.
   */
  value: string;
  /**
   * Which of several readings it is, where there are several.
   */
  variant: null | string;
  /**
   * Whether it is the reading that holds where nobody chose one.
   */
  default: boolean;
  /**
   * The text of the law, or the tender document.
   */
  instrument: string;
  /**
   * The passage in it.
   */
  article: string;
  /**
   * From when it is in force.
   */
  since: string;
  /**
   * From when it is not any more, where it ended of itself; null until the next entry.
   */
  until: null | string;
  /**
   * How well it was read. Terms: text: text read; secondary: secondary source; unverified: unverified; setting: setting.
   */
  source: "text" | "secondary" | "unverified" | "setting";
  /**
   * When somebody last looked.
   */
  checked: string;
  /**
   * What a local standard, or the tender document, may do with it. Terms: no: nothing; yes: set another; overlay: set another, and a local standard alone may; only-lower: set a lower one; only-higher: set a higher one.
   */
  local: "no" | "yes" | "overlay" | "only-lower" | "only-higher";
  /**
   * Who sets it: the national law or a local standard.
   */
  set_by: string;
  /**
   * Where it is written.
   */
  place: string;
  /**
   * What is to be known of it, in Indonesian; empty where that is nothing.
   */
  note: string;
}
/**
 * A rule of the law; with the value of its name, where there is one and both are asked for.
 */
export interface LawRule {
  /**
   * Its id.
   */
  rule: RuleId;
  /**
   * The title that papers print.
   */
  title: string;
  /**
   * What it does, in English.
   */
  meaning: string;
  /**
   * From when it is in force.
   */
  since: string;
  /**
   * From when it is not any more; null where it has not ended.
   */
  until: null | string;
  /**
   * The named check that it decides; null where it decides none.
   */
  check: null | string;
  /**
   * The passages behind it: by name as they are written there, else as they are called on that day.
   *
   * @minItems 1
   */
  citations: [Passage, ...Passage[]];
  /**
   * The values of the law that it may use.
   */
  values: ParamId[];
}
/**
 * A passage that is cited.
 */
export interface Passage {
  /**
   * The text of the law, or the tender document.
   */
  instrument: string;
  /**
   * The passage in it.
   */
  article: string;
  /**
   * How well it was read. Terms: text: text read; secondary: secondary source; unverified: unverified; setting: setting.
   */
  source: "text" | "secondary" | "unverified" | "setting";
}
/**
 * A rule of the law; with the value of its name, where there is one and both are asked for.
 */
export interface RuleAndValue {
  /**
   * Its id.
   */
  rule: RuleId;
  /**
   * The title that papers print.
   */
  title: string;
  /**
   * What it does, in English.
   */
  meaning: string;
  /**
   * From when it is in force.
   */
  since: string;
  /**
   * From when it is not any more; null where it has not ended.
   */
  until: null | string;
  /**
   * The named check that it decides; null where it decides none.
   */
  check: null | string;
  /**
   * The passages behind it: by name as they are written there, else as they are called on that day.
   *
   * @minItems 1
   */
  citations: [Passage, ...Passage[]];
  /**
   * The values of the law that it may use.
   */
  values: ParamId[];
  /**
   * The value of its name.
   */
  param: ParamId;
  /**
   * The entries of that value, national and local.
   *
   * @minItems 1
   */
  entries: [ValueEntry, ...ValueEntry[]];
}
/**
 * A ground on which a procurement fails.
 */
export interface LawGround {
  /**
   * Its id.
   */
  ground: GroundId;
  /**
   * What it is called.
   */
  title: string;
  /**
   * What fails on it. Terms: kualifikasi: the qualification; pemilihan: the result of the bids.
   */
  of: "kualifikasi" | "pemilihan";
  /**
   * Who declares it. Terms: pokja: the Pokja; pa: the PA/KPA.
   */
  declared_by: "pokja" | "pa";
  /**
   * From when it holds: at once (segera), or as this value of the law says.
   */
  effective: "segera" | ParamId;
  /**
   * What follows; null where that is nothing.
   */
  next: null | FollowUp;
  /**
   * Whether figures show it.
   */
  computed: boolean;
  /**
   * The texts behind it.
   *
   * @minItems 1
   */
  citations: [Passage, ...Passage[]];
}
/**
 * The end of a procurement by a decision, which no text of the law is behind.
 */
export interface EndByDecision {
  /**
   * Its id.
   */
  ground: "pembatalan";
  /**
   * What it is called.
   */
  title: string;
  /**
   * What ends. Terms: kualifikasi: the qualification; pemilihan: the result of the bids.
   */
  of: "kualifikasi" | "pemilihan";
  /**
   * Who may decide it. Terms: pa: the PA/KPA; kpa: the KPA; ppk: the PPK.
   */
  declared_by: ("pa" | "kpa" | "ppk")[];
  /**
   * From when it holds: at once.
   */
  effective: "segera";
  /**
   * What follows: nothing.
   */
  next: null;
  /**
   * Whether figures show it: they never do.
   */
  computed: boolean;
  /**
   * None.
   *
   * @maxItems 0
   */
  citations: Passage[];
}
/**
 * A named check, which a document may ask and a rule decides.
 */
export interface NamedCheck {
  /**
   * Its key.
   */
  check: string;
  /**
   * What it is called.
   */
  title: string;
  /**
   * The stage. Terms: pemasukan_kualifikasi: Handing in of qualifications (pemasukan kualifikasi); pembukaan: Opening (pembukaan); koreksi_aritmatik: Arithmetic correction (koreksi aritmatik); penawaran_dievaluasi: Bids evaluated (penawaran dievaluasi); evaluasi_administrasi: Administration (evaluasi administrasi); evaluasi_kualifikasi: Qualification (evaluasi kualifikasi); evaluasi_teknis: Technical evaluation (evaluasi teknis); pembukaan_harga: Opening of prices (pembukaan harga); penyetaraan_teknis: Equalization (penyetaraan teknis); evaluasi_harga: Price evaluation (evaluasi harga); pembuktian_kualifikasi: Proof of qualification (pembuktian kualifikasi); penetapan_hasil_kualifikasi: Determination of the list (penetapan hasil kualifikasi); negosiasi: Clarification and negotiation (negosiasi); penetapan: Determination of the winner (penetapan).
   */
  stage:
    | "pemasukan_kualifikasi"
    | "pembukaan"
    | "koreksi_aritmatik"
    | "penawaran_dievaluasi"
    | "evaluasi_administrasi"
    | "evaluasi_kualifikasi"
    | "evaluasi_teknis"
    | "pembukaan_harga"
    | "penyetaraan_teknis"
    | "evaluasi_harga"
    | "pembuktian_kualifikasi"
    | "penetapan_hasil_kualifikasi"
    | "negosiasi"
    | "penetapan";
  /**
   * The rules that decide it.
   *
   * @minItems 1
   */
  rules: [LawRule, ...LawRule[]];
}
/**
 * A page on a topic of the law.
 */
export interface LawPage {
  /**
   * Its name.
   */
  topic: string;
  /**
   * The page, in Markdown and Indonesian.
   */
  page: string;
}
/**
 * All that differs between two evaluations; every list is empty where nothing does.
 */
export interface Compared {
  /**
   * What is called the first.
   */
  from: ComparedSide;
  /**
   * What is called the second.
   */
  to: ComparedSide;
  /**
   * Whether nothing differs.
   */
  same: boolean;
  /**
   * What came out otherwise.
   */
  outcome: OutcomeChange[];
  /**
   * Verdicts that differ, in the order of the stages.
   */
  verdicts: VerdictChange[];
  /**
   * Verdicts that stayed and have another reason.
   */
  reasons: VerdictChange[];
  /**
   * Prices that were opened and differ.
   */
  prices: PriceChange[];
  /**
   * Scores that differ.
   */
  scores: ScoresChange[];
  /**
   * Places in the order that differ.
   */
  ranking: RankChange[];
  /**
   * What only one of them waits for.
   */
  awaiting: AwaitedChange[];
  /**
   * What differs of the law that applies.
   */
  regulation: RegulationChange[];
  /**
   * Values of the law that either used and that differ.
   */
  values: UsedValueChange[];
  /**
   * What differs in what was evaluated, by place.
   */
  package: PlaceChange[];
}
/**
 * What was compared.
 */
export interface ComparedSide {
  /**
   * The file, or the key of the request.
   */
  file: string;
  /**
   * The code of the tender.
   */
  code: string;
  /**
   * The day of the announcement, whose law applies.
   */
  announced_on: string;
  /**
   * The digest of the package.
   */
  package: string;
  /**
   * The state of the law.
   */
  rulebook: string;
  /**
   * What it is called.
   */
  title: string;
  /**
   * Local standards over it.
   */
  overlays: string[];
}
/**
 * Something that came out otherwise.
 */
export interface OutcomeChange {
  /**
   * What it is, by its key in an evaluation; of a failure its ground. Terms: state: the state; result: the result; winner: the winner; reserves: the reserves; shortlist: the list; next: what follows; failure: the ground of the failure.
   */
  name: "state" | "result" | "winner" | "reserves" | "shortlist" | "next" | "failure";
  /**
   * What the first says; null where that is nothing.
   */
  from: null | (string | string[]);
  /**
   * What the second says; null where that is nothing.
   */
  to: null | (string | string[]);
}
/**
 * A verdict, or its reason, that differs.
 */
export interface VerdictChange {
  /**
   * The stage. Terms: pemasukan_kualifikasi: Handing in of qualifications (pemasukan kualifikasi); pembukaan: Opening (pembukaan); koreksi_aritmatik: Arithmetic correction (koreksi aritmatik); penawaran_dievaluasi: Bids evaluated (penawaran dievaluasi); evaluasi_administrasi: Administration (evaluasi administrasi); evaluasi_kualifikasi: Qualification (evaluasi kualifikasi); evaluasi_teknis: Technical evaluation (evaluasi teknis); pembukaan_harga: Opening of prices (pembukaan harga); penyetaraan_teknis: Equalization (penyetaraan teknis); evaluasi_harga: Price evaluation (evaluasi harga); pembuktian_kualifikasi: Proof of qualification (pembuktian kualifikasi); penetapan_hasil_kualifikasi: Determination of the list (penetapan hasil kualifikasi); negosiasi: Clarification and negotiation (negosiasi); penetapan: Determination of the winner (penetapan).
   */
  stage:
    | "pemasukan_kualifikasi"
    | "pembukaan"
    | "koreksi_aritmatik"
    | "penawaran_dievaluasi"
    | "evaluasi_administrasi"
    | "evaluasi_kualifikasi"
    | "evaluasi_teknis"
    | "pembukaan_harga"
    | "penyetaraan_teknis"
    | "evaluasi_harga"
    | "pembuktian_kualifikasi"
    | "penetapan_hasil_kualifikasi"
    | "negosiasi"
    | "penetapan";
  /**
   * The id of the participant.
   */
  participant: string;
  /**
   * What rules found that came, went, or found something else.
   */
  findings: FindingChange[];
  /**
   * What the first decided; null where the participant did not enter.
   */
  from: null | VerdictSaid;
  /**
   * What the second decided; null where the participant did not enter.
   */
  to: null | VerdictSaid;
}
/**
 * What a rule found otherwise.
 */
export interface FindingChange {
  /**
   * The rule.
   */
  rule: RuleId;
  /**
   * What it found in the first; null where it was not asked.
   */
  from: null | Finding;
  /**
   * What it found in the second; null where it was not asked.
   */
  to: null | Finding;
}
/**
 * A verdict and its reason.
 */
export interface VerdictSaid {
  /**
   * What was decided; missing is never met. Terms: lulus: passed (lulus); gugur: failed (gugur); belum_dinilai: open (belum dinilai); tidak_dievaluasi: left alone (tidak dievaluasi).
   */
  verdict: "lulus" | "gugur" | "belum_dinilai" | "tidak_dievaluasi";
  /**
   * Why, as it would stand in minutes.
   */
  reason: string;
}
/**
 * An opened price that differs.
 */
export interface PriceChange {
  /**
   * The id of the participant.
   */
  participant: string;
  /**
   * The amounts that differ.
   */
  amounts: AmountChange[];
  /**
   * The corrections that came, went, or differ.
   */
  corrections: CorrectionChange[];
}
/**
 * An amount that differs; one that is in percent of the HPS has four decimals.
 */
export interface AmountChange {
  /**
   * Which amount, by its key in an evaluation. Terms: stated_total: of the bid letter; corrected_total: after the correction; negotiated_total: after the talks; reverse_auction_total: after the reverse auction; final_total: of the contract; percent_of_hps: percent of the HPS; hea: final evaluation result (HEA); performance_bond: the performance bond.
   */
  name:
    | "stated_total"
    | "corrected_total"
    | "negotiated_total"
    | "reverse_auction_total"
    | "final_total"
    | "percent_of_hps"
    | "hea"
    | "performance_bond";
  /**
   * What it is in the first; null where there is none. Unit: rupiah, PPN included, or percent.
   */
  from: null | string;
  /**
   * What it is in the second; null where there is none. Unit: rupiah, PPN included, or percent.
   */
  to: null | string;
}
/**
 * A correction that came, went, or differs.
 */
export interface CorrectionChange {
  /**
   * The correction of the first.
   */
  from: null | Correction;
  /**
   * The correction of the second.
   */
  to: null | Correction;
}
/**
 * Scores of a participant that differ.
 */
export interface ScoresChange {
  /**
   * The id of the participant.
   */
  participant: string;
  /**
   * Which, and how.
   */
  scores: ScoreChange[];
}
/**
 * A score that differs.
 */
export interface ScoreChange {
  /**
   * Which score, by its key in an evaluation. Terms: qualification: of the qualification; technical: of the technical bid; price: the price; combined: of all together.
   */
  name: "qualification" | "technical" | "price" | "combined";
  /**
   * What it is in the first; null where there is none.
   */
  from: null | Score;
  /**
   * What it is in the second; null where there is none.
   */
  to: null | Score;
}
/**
 * A place in the order that differs.
 */
export interface RankChange {
  /**
   * The id of the participant.
   */
  participant: string;
  /**
   * The place in the first; null where there is none.
   */
  from: null | Rank;
  /**
   * The place in the second; null where there is none.
   */
  to: null | Rank;
}
/**
 * Something that only one of both waits for.
 */
export interface AwaitedChange {
  /**
   * What the first waits for.
   */
  from: null | AwaitedItem;
  /**
   * What the second waits for.
   */
  to: null | AwaitedItem;
}
/**
 * Something that differs of the law that applies.
 */
export interface RegulationChange {
  /**
   * What it is: the state of the law, its local standards, the procedure, or the digest of the rulebook. Terms: rulebook: the state of the law; overlays: its local standards; procedure: the procedure; rulebook_digest: the digest of the rulebook.
   */
  name: "rulebook" | "overlays" | "procedure" | "rulebook_digest";
  /**
   * What it is for the first; null where there is none.
   */
  from: null | (string | string[]);
  /**
   * What it is for the second; null where there is none.
   */
  to: null | (string | string[]);
}
/**
 * A value of the law that either used and that differs.
 */
export interface UsedValueChange {
  /**
   * Which value.
   */
  param: ParamId;
  /**
   * What it is in the first; null where that law has none.
   */
  from: null | UsedValue;
  /**
   * What it is in the second; null where that law has none.
   */
  to: null | UsedValue;
}
/**
 * A place of the package that differs.
 */
export interface PlaceChange {
  /**
   * The place: an entry of a list stands there by its id.
   */
  path: string;
  /**
   * On which sides something stands there that may not be told. Terms: from: the first; to: the second.
   */
  sealed: ("from" | "to")[];
  /**
   * What stands there in the first, whatever that is; null where nothing does, or it is sealed.
   */
  from: null | (string | boolean | number | unknown[] | {});
  /**
   * What stands there in the second, whatever that is; null where nothing does, or it is sealed.
   */
  to: null | (string | boolean | number | unknown[] | {});
}
/**
 * A paragraph for each participant and stage, to be pasted into SPSE.
 */
export interface Reasons {
  /**
   * By participant, and then by stage.
   */
  reasons: ReasonToPaste[];
}
/**
 * What came of a participant at a stage, in words.
 */
export interface ReasonToPaste {
  /**
   * The id of the participant.
   */
  participant: string;
  /**
   * The name.
   */
  name: string;
  /**
   * The stage. Terms: pemasukan_kualifikasi: Handing in of qualifications (pemasukan kualifikasi); pembukaan: Opening (pembukaan); koreksi_aritmatik: Arithmetic correction (koreksi aritmatik); penawaran_dievaluasi: Bids evaluated (penawaran dievaluasi); evaluasi_administrasi: Administration (evaluasi administrasi); evaluasi_kualifikasi: Qualification (evaluasi kualifikasi); evaluasi_teknis: Technical evaluation (evaluasi teknis); pembukaan_harga: Opening of prices (pembukaan harga); penyetaraan_teknis: Equalization (penyetaraan teknis); evaluasi_harga: Price evaluation (evaluasi harga); pembuktian_kualifikasi: Proof of qualification (pembuktian kualifikasi); penetapan_hasil_kualifikasi: Determination of the list (penetapan hasil kualifikasi); negosiasi: Clarification and negotiation (negosiasi); penetapan: Determination of the winner (penetapan).
   */
  stage:
    | "pemasukan_kualifikasi"
    | "pembukaan"
    | "koreksi_aritmatik"
    | "penawaran_dievaluasi"
    | "evaluasi_administrasi"
    | "evaluasi_kualifikasi"
    | "evaluasi_teknis"
    | "pembukaan_harga"
    | "penyetaraan_teknis"
    | "evaluasi_harga"
    | "pembuktian_kualifikasi"
    | "penetapan_hasil_kualifikasi"
    | "negosiasi"
    | "penetapan";
  /**
   * By which letter SPSE asks of it; null where it does not. Terms: A: administrasi; K: kualifikasi; T: teknis; H: harga; B: pembuktian kualifikasi.
   */
  mark: null | ("A" | "K" | "T" | "H" | "B");
  /**
   * What was decided; missing is never met. Terms: lulus: passed (lulus); gugur: failed (gugur); belum_dinilai: open (belum dinilai); tidak_dievaluasi: left alone (tidak dievaluasi).
   */
  verdict: "lulus" | "gugur" | "belum_dinilai" | "tidak_dievaluasi";
  /**
   * The paragraph, in Indonesian.
   */
  text: string;
}
/**
 * The law in force on a day.
 */
export interface LawInForce {
  /**
   * The state of the law.
   */
  rulebook: string;
  /**
   * What it is called.
   */
  title: string;
  /**
   * From when it is in force.
   */
  since: string;
  /**
   * The version of the rulebook.
   */
  version: string;
  /**
   * The digest of the rulebook; null where it has no manifest.
   */
  digest: null | string;
  /**
   * Local standards over it.
   */
  overlays: string[];
  /**
   * Its values, by name.
   */
  values: ValueInForce[];
  /**
   * Its rules, by their ids.
   */
  rules: LawRule[];
}
/**
 * A value of the law that is in force.
 */
export interface ValueInForce {
  /**
   * Which value.
   */
  param: ParamId;
  /**
   * The value, in plain notation or as a term.
   */
  value: string;
  /**
   * Which of several readings it is, where there are several.
   */
  variant: null | string;
  /**
   * The text of the law, or the tender document.
   */
  instrument: string;
  /**
   * The passage in it.
   */
  article: string;
  /**
   * From when it is in force.
   */
  since: string;
  /**
   * How well it was read. Terms: text: text read; secondary: secondary source; unverified: unverified; setting: setting.
   */
  source: "text" | "secondary" | "unverified" | "setting";
  /**
   * What a local standard, or the tender document, may do with it. Terms: no: nothing; yes: set another; overlay: set another, and a local standard alone may; only-lower: set a lower one; only-higher: set a higher one.
   */
  local: "no" | "yes" | "overlay" | "only-lower" | "only-higher";
  /**
   * Who sets it: the national law or a local standard.
   */
  set_by: string;
}
/**
 * What of the law is not on one day what it is on another.
 */
export interface LawChanges {
  /**
   * The version of the rulebook.
   */
  version: string;
  /**
   * The digest of the rulebook; null where it has no manifest.
   */
  digest: null | string;
  /**
   * The first day.
   */
  from: LawOnDay;
  /**
   * The day that it is compared with.
   */
  to: LawOnDay;
  /**
   * States of the law that came or went.
   */
  regimes: RegimeChange[];
  /**
   * Texts that change others and came or went.
   */
  amendments: AmendmentChange[];
  /**
   * Texts that came or ended.
   */
  instruments: InstrumentChange[];
  /**
   * Values that came, went, or differ.
   */
  values: ValueChange[];
  /**
   * Rules that came, went, or are cited otherwise.
   */
  rules: RuleChange[];
}
/**
 * The law of a day.
 */
export interface LawOnDay {
  /**
   * The day.
   */
  day: string;
  /**
   * The state of the law.
   */
  rulebook: string;
  /**
   * What it is called.
   */
  title: string;
  /**
   * Local standards over it.
   */
  overlays: string[];
}
/**
 * A state of the law in the place of another.
 */
export interface RegimeChange {
  /**
   * The one of the first day.
   */
  from: null | Regime;
  /**
   * The one of the other day.
   */
  to: null | Regime;
}
/**
 * A state of the law.
 */
export interface Regime {
  /**
   * Its id.
   */
  rulebook: string;
  /**
   * What it is called.
   */
  title: string;
  /**
   * From when it is in force.
   */
  since: string;
  /**
   * What was not read of it, in Indonesian; empty where nothing is to be said.
   */
  notice: string;
}
/**
 * A text that changes another, as it stands on both days; null where it does not hold.
 */
export interface AmendmentChange {
  /**
   * As it stands on the first day.
   */
  from: null | Amendment;
  /**
   * As it stands on the other day.
   */
  to: null | Amendment;
}
/**
 * A text that changes another.
 */
export interface Amendment {
  /**
   * The text.
   */
  instrument: string;
  /**
   * What it changes.
   */
  amends: string;
  /**
   * From when.
   */
  since: string;
  /**
   * The passages that were read as they stand now.
   */
  read: string[];
}
/**
 * A text as it can be cited on both days; null where it can not.
 */
export interface InstrumentChange {
  /**
   * As it can be cited on the first day.
   */
  from: null | Instrument;
  /**
   * As it can be cited on the other day.
   */
  to: null | Instrument;
}
/**
 * A text of the law.
 */
export interface Instrument {
  /**
   * The text of the law, or the tender document.
   */
  instrument: string;
  /**
   * From when it can be cited; null where it can from the first state of the law on.
   */
  since: null | string;
  /**
   * From when it is no basis any more; null where it has not ended.
   */
  until: null | string;
  /**
   * What says so; empty where nothing has to.
   */
  why: string;
}
/**
 * A value of the law as it is on both days; null where there is none.
 */
export interface ValueChange {
  /**
   * Which value.
   */
  param: ParamId;
  /**
   * As it is on the first day.
   */
  from: null | ValueInForce;
  /**
   * As it is on the other day.
   */
  to: null | ValueInForce;
}
/**
 * A rule as it is cited on both days; null where it does not hold.
 */
export interface RuleChange {
  /**
   * Its id.
   */
  rule: RuleId;
  /**
   * The title that papers print.
   */
  title: string;
  /**
   * As it is cited on the first day.
   */
  from: null | CitedAs;
  /**
   * As it is cited on the other day.
   */
  to: null | CitedAs;
}
/**
 * How a rule is cited.
 */
export interface CitedAs {
  /**
   * The texts behind it.
   */
  citations: Citation[];
}
/**
 * A paper in the form that was asked for.
 */
export interface PaperAsMarkdown {
  /**
   * Which paper, by its key.
   */
  document: PaperKey;
  /**
   * Its title, in Indonesian.
   */
  title: string;
  /**
   * Whether it is a KONSEP still.
   */
  draft: boolean;
  /**
   * Whether nothing of it may be told yet.
   */
  secret: boolean;
  /**
   * Why it is a draft, in Indonesian.
   */
  lacks: string[];
  /**
   * The text.
   */
  markdown: string;
}
/**
 * A paper in the form that was asked for.
 */
export interface PaperAsData {
  /**
   * Which paper, by its key.
   */
  document: PaperKey;
  /**
   * Its title, in Indonesian.
   */
  title: string;
  /**
   * Whether it is a KONSEP still.
   */
  draft: boolean;
  /**
   * Whether nothing of it may be told yet.
   */
  secret: boolean;
  /**
   * Why it is a draft, in Indonesian.
   */
  lacks: string[];
  /**
   * What it holds.
   */
  json: PaperHeld;
}
/**
 * Everything that a paper holds, as text. What nobody has filled in yet is a dotted blank.
 */
export interface PaperHeld {
  /**
   * The format and its number.
   */
  format: "tender-bahp/1";
  /**
   * Its title, in Indonesian.
   */
  title: string;
  /**
   * Whether it is a KONSEP still.
   */
  draft: boolean;
  /**
   * Whether it is for those inside alone.
   */
  internal: boolean;
  /**
   * The number of the paper.
   */
  number: string;
  /**
   * Where it was written.
   */
  place: string;
  /**
   * The day of the paper, in words.
   */
  date: string;
  /**
   * Its hour, in words.
   */
  time: string;
  /**
   * What it is about.
   */
  tender: string;
  /**
   * What stands before the first heading.
   */
  opening: PaperBlock[];
  /**
   * What stands under a heading each, in order.
   */
  sections: PaperSection[];
  /**
   * The head of the decision trail that it anchors; empty where it anchors none.
   */
  root: string;
  /**
   * Who writes it, line by line.
   */
  issuer: string[];
  /**
   * To whom it goes, line by line; none of minutes.
   */
  recipient: string[];
  /**
   * What a draft has beyond the final text.
   */
  annex: PaperSection[];
  /**
   * Whether it is marked RAHASIA on each page.
   */
  secret: boolean;
}
/**
 * Running text.
 */
export interface PaperParagraph {
  /**
   * Which kind of block it is.
   */
  kind: "paragraf";
  /**
   * The text.
   */
  text: string;
  /**
   * Whether it must not be overlooked.
   */
  strong: boolean;
}
/**
 * The title of a part of a section.
 */
export interface PaperSubheading {
  /**
   * Which kind of block it is.
   */
  kind: "subjudul";
  /**
   * The title.
   */
  text: string;
}
/**
 * Labels with what they stand for.
 */
export interface PaperPairs {
  /**
   * Which kind of block it is.
   */
  kind: "daftar";
  /**
   * A label and what it stands for each, in order.
   */
  items: [string, string, ...string[]][];
}
/**
 * Rows under headers.
 */
export interface PaperTable {
  /**
   * Which kind of block it is.
   */
  kind: "tabel";
  /**
   * What stands over each column.
   */
  headers: string[];
  /**
   * On which side of its column a cell stands, a column each. Terms: kiri: left; kanan: right; tengah: centred.
   */
  align: ("kiri" | "kanan" | "tengah")[];
  /**
   * The cells of each row.
   */
  rows: string[][];
}
/**
 * Lines to sign on.
 */
export interface PaperSignatures {
  /**
   * Which kind of block it is.
   */
  kind: "tanda_tangan";
  /**
   * What is told of each who signs.
   *
   * @minItems 3
   * @maxItems 3
   */
  headers: [string, string, string, ...string[]];
  /**
   * Who may sign.
   */
  lines: Signatory[];
}
/**
 * Who may sign.
 */
export interface Signatory {
  /**
   * The name.
   */
  name: string;
  /**
   * As what.
   */
  role: string;
  /**
   * The number of the official; empty where it is not said.
   */
  nip: string;
}
/**
 * Who alone signs, at the end and to the right.
 */
export interface PaperSignedOff {
  /**
   * Which kind of block it is.
   */
  kind: "penanda_tangan";
  /**
   * Who signs.
   */
  by: Signatory;
  /**
   * Place and day, where the head of the paper does not say them; else empty.
   */
  dated: string;
}
/**
 * A part of a paper.
 */
export interface PaperSection {
  /**
   * Its letter; empty in the annex.
   */
  letter: string;
  /**
   * Its title; empty where it has none.
   */
  title: string;
  /**
   * What it holds, in order.
   */
  blocks: PaperBlock[];
}
/**
 * A paper in the form that was asked for.
 */
export interface PaperAsWord {
  /**
   * Which paper, by its key.
   */
  document: PaperKey;
  /**
   * Its title, in Indonesian.
   */
  title: string;
  /**
   * Whether it is a KONSEP still.
   */
  draft: boolean;
  /**
   * Whether nothing of it may be told yet.
   */
  secret: boolean;
  /**
   * Why it is a draft, in Indonesian.
   */
  lacks: string[];
  /**
   * The file, in Base64.
   */
  docx: string;
}
