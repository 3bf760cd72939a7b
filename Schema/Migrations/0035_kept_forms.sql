-- What someone sent when their session had ended or their page was too old: kept sealed, an hour at most, for the same browser.

create table kept_forms (
    id uuid primary key,
    browser_sha256 bytea not null check (octet_length(browser_sha256) = 32),
    visitor_hash bytea not null check (octet_length(visitor_hash) = 32),
    staff_member_id uuid,
    candidate_id uuid,
    content bytea not null check (octet_length(content) between 1 and 262144),
    kept_at timestamptz not null,
    expires_at timestamptz not null,
    check (num_nonnulls(staff_member_id, candidate_id) <= 1),
    check (expires_at > kept_at and expires_at <= kept_at + interval '1 hour')
);
comment on table kept_forms is 'Forms that came too late to be taken, sealed with a key outside the database, for the browser that sent them. Whose they are is what the form said, so no foreign key tells a stranger who exists.';
create index kept_forms_browser_sha256 on kept_forms (browser_sha256);
create index kept_forms_visitor_hash on kept_forms (visitor_hash);
create index kept_forms_candidate_id on kept_forms (candidate_id);
create index kept_forms_expires_at on kept_forms (expires_at);

-- Nobody acts when a form is kept or found again: the secret in the cookie is what opens it.
alter table kept_forms enable row level security;
create policy before_acting on kept_forms to doorwijzer_app
    using ((select nobody_acts())) with check ((select nobody_acts()));
-- For the export of what is kept about oneself: that something is kept, and until when. The content stays sealed.
create policy own on kept_forms for select to doorwijzer_app using (candidate_id = (select acting_candidate()));
grant select, insert, delete on kept_forms to doorwijzer_app;
