-- What members ask each other between meetings, and what they answer.

create table questions (
    id uuid primary key,
    slug text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
    member_id uuid references network_members (id) on delete set null,
    region_code text references regions (code),
    project_id uuid references projects (id),
    good_practice_id uuid references good_practices (id),
    title text not null check (title <> ''),
    body text not null check (body <> ''),
    asked_at timestamptz not null,
    closed_at timestamptz,
    held_at timestamptz,
    held_reason text check (held_reason <> ''),
    is_fictional boolean not null,
    version integer not null check (version > 0),
    constraint questions_held check (num_nonnulls(held_at, held_reason) in (0, 2)),
    check (num_nonnulls(project_id, good_practice_id) <= 1)
);
comment on table questions is 'Questions to the network; some are about a project or practice.';
create index questions_member_id on questions (member_id);
create index questions_region_code on questions (region_code);
create index questions_project_id on questions (project_id);
create index questions_good_practice_id on questions (good_practice_id);
create index questions_asked_at on questions (asked_at);
create table question_bottlenecks (
    question_id uuid not null references questions (id),
    bottleneck_code text not null references bottlenecks (code),
    primary key (question_id, bottleneck_code)
);
comment on table question_bottlenecks is 'What a question is about.';
create index question_bottlenecks_code on question_bottlenecks (bottleneck_code);
create table answers (
    id uuid primary key,
    question_id uuid not null references questions (id),
    member_id uuid references network_members (id) on delete set null,
    body text not null check (body <> ''),
    answered_at timestamptz not null,
    helped_at timestamptz,
    held_at timestamptz,
    held_reason text check (held_reason <> ''),
    constraint answers_held check (num_nonnulls(held_at, held_reason) in (0, 2))
);
comment on table answers is 'Answers; whoever asked marks the one that helped. held_at: since when the fund holds it back, here and elsewhere.';
create index answers_question_id on answers (question_id, answered_at);
create index answers_member_id on answers (member_id);
create unique index answers_one_helped on answers (question_id) where helped_at is not null;

-- Everyone reads, unless the fund holds it back: then whoever wrote it and the fund.
alter table questions enable row level security;
alter table answers enable row level security;
create policy visible on questions for select using (held_at is null);
create policy own_held on questions for select to doorwijzer_app
    using (held_at is not null and member_id = (select acting_member()));
create policy fund_sees_held on questions for select to doorwijzer_app
    using (held_at is not null and (select works_for_fund()));
create policy member_asks on questions for insert to doorwijzer_app with check (member_id = (select acting_member()));
create policy member_changes on questions for update to doorwijzer_app
    using (member_id = (select acting_member())) with check (member_id = (select acting_member()));
-- When the member who asked has left, the fund marks the answer that helped and closes the question.
create policy fund_takes_over on questions for update to doorwijzer_app
    using ((select works_for_fund()) and not exists
        (select 1 from network_members m where m.id = member_id and m.left_at is null))
    with check ((select works_for_fund()));
grant select, insert on questions to doorwijzer_app;
grant update (title, body, closed_at, version) on questions to doorwijzer_app;

create policy visible on answers for select using (held_at is null);
create policy own_held on answers for select to doorwijzer_app
    using (held_at is not null and member_id = (select acting_member()));
create policy fund_sees_held on answers for select to doorwijzer_app
    using (held_at is not null and (select works_for_fund()));
create policy member_answers on answers for insert to doorwijzer_app
    with check (member_id = (select acting_member()) and helped_at is null);
create policy asker_marks on answers for update to doorwijzer_app using (exists
    (select 1 from questions q where q.id = question_id and q.member_id = (select acting_member())));
create policy fund_takes_over on answers for update to doorwijzer_app using ((select works_for_fund()) and exists
    (select 1 from questions q where q.id = question_id and not exists
        (select 1 from network_members m where m.id = q.member_id and m.left_at is null)));
grant select, insert on answers to doorwijzer_app;
grant update (helped_at) on answers to doorwijzer_app;

alter table question_bottlenecks enable row level security;
create policy visible on question_bottlenecks for select using (true);
create policy written on question_bottlenecks for insert to doorwijzer_app with check (exists (select 1 from questions q
    where q.id = question_id and q.member_id = (select acting_member())));
create policy removed on question_bottlenecks for delete to doorwijzer_app using (exists (select 1 from questions q
    where q.id = question_id and q.member_id = (select acting_member())));
grant select, insert, delete on question_bottlenecks to doorwijzer_app;

select raises_content_version('questions');
select raises_content_version('question_bottlenecks');
select raises_content_version('answers');
