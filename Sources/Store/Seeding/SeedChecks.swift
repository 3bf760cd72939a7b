import Domain
public import Postgres

extension SeedStore {
    /// What the sleeping triggers would have refused, looked for in what is there now. Empty when all is well.
    public static func brokenRules(on connection: Connection) async throws -> [String] {
        var broken: [String] = []
        for (name, rule) in rules {
            let count = try await connection.value("select count(*) from (\(sql: rule)) as broken", as: Int.self) ?? 0
            if count > 0 { broken.append("\(name): \(count)") }
        }
        return broken
    }

    /// Each finds rows that break a rule of Schema/Migrations (0005 … 0010).
    private static let rules: [(name: String, rows: SQL)] = [
        (
            "an open proposal holds the seats of all its parts",
            """
            select p.id from proposals p
            where p.state = any(\(ProposalState.live)) and (
                not exists (select 1 from placement_parts q where q.proposal_id = p.id)
                or exists (
                    select 1 from placement_parts q cross join generate_series(1, 7) as d
                    where q.proposal_id = p.id and q.weekdays & (1 << (d - 1)) <> 0 and not exists (
                        select 1 from seat_occupations o
                        where o.proposal_id = p.id and o.seat_id = q.seat_id and o.weekday = d
                            and o.state = case when p.state = 'agreed' then 'taken' else 'held' end
                            and o.period @> daterange(q.starts_on, q.ends_on))))
            """
        ),
        (
            "an answered proposal holds nothing",
            """
            select o.id from seat_occupations o join proposals p on p.id = o.proposal_id
            where o.state <> 'released' and p.state = any(\(ProposalState.ended))
            """
        ),
        (
            "a case has at most three open proposals",
            """
            select case_id from proposals where state = any(\(ProposalState.live)) group by case_id
            having count(*) > 3
            """
        ),
        (
            "only a case that asks has open proposals",
            """
            select p.id from proposals p join case_files f on f.id = p.case_id
            where p.state = any(\(ProposalState.undecided))
                and f.state <> all(\(CaseState.undecided))
                or p.state = 'agreed' and f.state <> all(\([CaseState.interview, .agreed] + CaseState.hadPlace))
            """
        ),
        (
            "a case that waits for a practice has a proposal for it",
            """
            select f.id from case_files f
            where f.state = any(\(CaseState.asking)) and not exists (
                select 1 from proposals p where p.case_id = f.id
                    and p.state = case f.state when 'proposed' then 'open' else f.state end)
            """
        ),
        (
            "who is placed has an agreed proposal with recognition on the start date",
            """
            select f.id from case_files f join proposals p on p.id = f.placed_proposal_id
            where f.state = any(\(CaseState.bound)) and (p.state <> 'agreed' or (
                f.route in ('bol', 'bbl') and exists (
                    select 1 from placement_parts q join training_places t on t.id = q.training_place_id
                    where q.proposal_id = p.id and t.kind in ('placement', 'learning_job') and not exists (
                        select 1 from practice_recognitions r
                        where r.practice_id = t.practice_id and r.crebo = t.crebo and r.state = 'recognised'
                            and (r.valid_until is null or r.valid_until >= q.starts_on)))))
            """
        ),
        (
            "an open referral carries an open place in the receiving region with its seat held",
            """
            select r.id from referrals r
            where r.state = 'open' and not exists (
                select 1 from referral_places p
                join training_places t on t.id = p.training_place_id
                join seat_occupations o on o.referral_id = r.id and o.training_place_id = t.id
                where p.referral_id = r.id and p.position = 1 and t.state = 'open'
                    and t.region_code = r.receiving_region_code and o.state = 'held'
                    and o.period @> daterange(p.starts_on, p.ends_on))
            """
        ),
        (
            "a referral that came to nothing holds nothing",
            """
            select o.id from seat_occupations o join referrals r on r.id = o.referral_id
            where o.state <> 'released' and r.state not in ('open', 'accepted')
            """
        ),
        (
            "a case is being referred exactly when a referral is open",
            """
            select f.id from case_files f
            where (f.state = 'referring') <> exists (
                select 1 from referrals r where r.case_id = f.id and r.state = 'open')
            """
        ),
        (
            "an open referral was sent by the team that has the case",
            """
            select r.id from referrals r join case_files f on f.id = r.case_id
            where r.state = 'open' and (r.sending_team_id <> f.team_id or r.sending_region_code <> f.region_code)
            """
        ),
        (
            "a referral is covered by a consent",
            """
            select r.id from referrals r join consents c on c.id = r.consent_id
            where c.candidate_id <> r.candidate_id or c.given_at > r.opened_at
                or (r.state = 'open' and c.withdrawn_at is not null)
                or not (c.region_code = r.receiving_region_code or (c.region_code is null and exists (
                    select 1 from region_neighbours n
                    where n.region_code = r.sending_region_code and n.neighbour_code = r.receiving_region_code)))
            """
        ),
        (
            "a region is visited once in a chain",
            """
            select case_id from (
                select r.case_id, r.receiving_region_code as region_code from referrals r where r.new_fact_id is null
                union all
                select f.id, f.origin_region_code from case_files f
            ) as visits group by case_id, region_code having count(*) > 1
            """
        ),
        (
            "hops are numbered from one",
            """
            select case_id from referrals group by case_id having max(hop) <> count(*) or min(hop) <> 1
            """
        ),
        (
            "a case has exactly one open span while it is open, with its state, owner and team",
            """
            select f.id from case_files f
            left join case_spans s on s.case_id = f.id and s.until_at is null
            where (f.closed_at is null) <> (s.id is not null)
                or s.id is not null and (s.state, s.owner, s.due_on, s.team_id, s.holder_team_id, s.from_at)
                    is distinct from (f.state, f.owner, f.due_on, f.team_id, f.team_id, f.state_since)
            """
        ),
        (
            "spans follow each other without a gap",
            """
            select id from (
                select s.id, s.from_at,
                    lag(s.until_at) over (partition by s.case_id order by s.from_at, s.id) as before,
                    row_number() over (partition by s.case_id order by s.from_at, s.id) as position
                from case_spans s) as spans
            where position > 1 and before is distinct from from_at
            """
        ),
        (
            "spans take only allowed steps",
            """
            select id from (
                select s.id, s.state, s.case_id,
                    lag(s.state) over (partition by s.case_id order by s.from_at, s.id) as before
                from case_spans s) as steps
            where (before is null and state <> 'registered') or (before is not null and before <> state
                and not exists (select 1 from case_transitions t where t.from_state = before and t.to_state = state))
            """
        ),
        (
            "events of a case are numbered without gaps",
            """
            select case_id from case_events group by case_id having max(sequence) <> count(*)
            """
        ),
        (
            "everything of a case belongs to its team",
            """
            select f.id from case_files f join candidates c on c.id = f.candidate_id where c.team_id <> f.team_id
            """
        ),
        (
            "who is unreachable was tried three times over 21 days",
            """
            select f.id from case_files f
            where f.withdrawal_reason = 'unreachable' and (
                select count(*) < 3 or max(k.contacted_at) - min(k.contacted_at) < interval '21 days'
                from case_contacts k where k.case_id = f.id and k.party = 'candidate' and not k.was_reached)
            """
        ),
    ]
}
