-- From stall to solution (DOMAIN 10): what a region runs into, told by its reasons for no and by the steps in which its cases
-- are late, as bottlenecks of the controlled list.

-- Per region and bottleneck: how often a practice or region said no for a reason that points to it, or someone stopped for one,
-- in the last twelve months (erased people included); and how many open cases are late in a step that points to it. Fewer than
-- 5 are told to coordinators of the region itself only, so that nobody can be found.
create function region_stalls(moment timestamptz)
    returns table (region_code text, bottleneck_code text, measure text, amount integer)
    language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
    with since as (select (date_trunc('month', moment at time zone 'Europe/Amsterdam') - interval '1 year')::date as month),
    own as (select t.region_code from teams t
        where t.id = acting_team() and exists (select 1 from staff_roles r
            where r.staff_member_id = acting_staff() and r.role = 'coordinator' and r.team_id = t.id)),
    reasons_given as (
        -- A practice answers in the region of the team that asked, a region for itself.
        select coalesce(a.receiving_region_code, a.region_code) as region_code,
            case a.subject when 'proposal' then 'practice_decline' else 'referral_decline' end as kind, a.reason as code
        from given_answers a, since where a.asked_month > since.month and a.reason is not null
        union all
        select c.region_code, 'withdrawal', c.withdrawal_reason
        from closed_cases c, since where c.closed_month > since.month and c.withdrawal_reason is not null),
    counted as (
        select g.region_code, b.bottleneck_code, 'reason' as measure, count(*) as amount
        from reasons_given g join reason_bottlenecks b on b.kind = g.kind and b.code = g.code
        group by g.region_code, b.bottleneck_code
        union all
        select f.region_code, b.bottleneck_code, 'step', count(*)
        from case_files f join step_bottlenecks b on b.state = f.state
        where f.closed_at is null and f.due_on < (moment at time zone 'Europe/Amsterdam')::date
        group by f.region_code, b.bottleneck_code)
    select c.region_code, c.bottleneck_code, c.measure, c.amount::integer
    from counted c
    where c.amount >= 5 or c.region_code in (select o.region_code from own o)
    order by c.amount desc, c.region_code, c.bottleneck_code, c.measure
$$;
revoke execute on function region_stalls(timestamptz) from public;
grant execute on function region_stalls(timestamptz) to doorwijzer_app;
