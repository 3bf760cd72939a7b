-- Taking away what members wrote for everyone: by its author for good, by the fund until it releases it.

-- What someone wrote for everyone, and takes back for good: a question only as long as nobody else answered it. False when it is
-- not theirs or cannot be taken back.
create function take_back(the_kind text, the_id uuid) returns boolean
    language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
    case the_kind
    when 'question' then
        -- Locked, so that nobody answers meanwhile.
        perform 1 from questions where id = the_id and member_id = acting_member() for update;
        if not found or exists
            (select 1 from answers where question_id = the_id and member_id is distinct from acting_member()) then
            return false;
        end if;
        delete from answers where question_id = the_id;
        delete from question_bottlenecks where question_id = the_id;
        delete from questions where id = the_id;
    when 'answer' then
        delete from answers where id = the_id and member_id = acting_member();
    when 'copy' then
        delete from copies where id = the_id and member_id = acting_member();
    else
        return false;
    end case;
    return found;
end $$;
-- What the fund holds back, with a reason, and releases again, without one. False when it is so already. An answer that is held
-- back no longer is the one that helped.
create function hold_back(the_kind text, the_id uuid, the_reason text, the_moment timestamptz) returns boolean
    language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
    since constant timestamptz := case when the_reason is not null then the_moment end;
begin
    if not works_for_fund() then
        perform refuse('held_back_by_fund', 'the fund holds back and releases');
    end if;
    case the_kind
    when 'question' then
        update questions set held_at = since, held_reason = the_reason
        where id = the_id and (held_at is null) = (the_reason is not null);
    when 'answer' then
        update answers set held_at = since, held_reason = the_reason,
            helped_at = case when the_reason is null then helped_at end
        where id = the_id and (held_at is null) = (the_reason is not null);
    when 'copy' then
        update copies set held_at = since, held_reason = the_reason
        where id = the_id and (held_at is null) = (the_reason is not null);
    when 'good_practice' then
        update good_practices set held_at = since, held_reason = the_reason
        where id = the_id and state = 'published' and (held_at is null) = (the_reason is not null);
    end case;
    return found;
end $$;

revoke execute on function take_back(text, uuid),
    hold_back(text, uuid, text, timestamptz) from public;
grant execute on function take_back(text, uuid),
    hold_back(text, uuid, text, timestamptz) to doorwijzer_app;
