-- Finding in Dutch. PostgreSQL's Dutch stemmer knows no compounds and keeps begeleider and begeleiding apart, so words are also
-- indexed under their family and their parts, subjects under every other word for them, and a word that nobody wrote is read as
-- the nearest one that somebody did. The same function prepares texts and queries.

create extension if not exists pg_trgm;
create extension if not exists unaccent;

create table word_families (
    word text primary key check (word = lower(word)),
    family text not null check (family ~ '^[a-z]+$')
);
comment on table word_families is 'Words that belong together though their stems differ: begeleider and begeleiding.';
create table compound_parts (
    part text primary key check (part = lower(part) and length(part) >= 3)
);
comment on table compound_parts is 'Words from which the field makes compounds: stage, begeleider, plek.';
create table search_words (
    word text primary key,
    lexemes text[] not null
);
comment on table search_words is 'Every word in the indexed texts with the lexemes it is found by; also what typing errors are corrected to.';
create index search_words_trigrams on search_words using gin (word gin_trgm_ops);

create table search_documents (
    kind text not null check (kind in ('project', 'good_practice', 'question', 'meeting', 'toolbox_item')),
    subject_id uuid not null,
    document tsvector not null,
    primary key (kind, subject_id)
);
comment on table search_documents is 'What is public, prepared for searching; kept by triggers.';
create index search_documents_document on search_documents using gin (document);

-- Lower case, without accents, only letters and digits between single spaces.
create function plain_words(the_text text) returns text
    language sql stable parallel safe set search_path = pg_catalog, public, pg_temp
    return trim(regexp_replace(lower(unaccent(coalesce(the_text, ''))), '[^a-z0-9]+', ' ', 'g'));

-- The parts of a compound, from left to right, longest first; null when the word is not made of known parts. Between parts
-- stands nothing, s, e, en or er.
create function compound_parts_of(word text) returns text[]
    language plpgsql stable set search_path = pg_catalog, public, pg_temp
as $$
declare
    length_left integer := length(word);
    rest text;
    found_parts text[];
    candidate text;
    link text;
begin
    if length_left < 3 then
        return null;
    end if;
    for candidate in select part from compound_parts where starts_with(word, part) order by length(part) desc loop
        rest := substr(word, length(candidate) + 1);
        if rest in ('', 's', 'n', 'en', 'er', 'e', 'ers', 'je', 'jes', 'tje', 'tjes') then
            return array[candidate];
        end if;
        foreach link in array array['', 's', 'en', 'e', 'n', 'er'] loop
            if starts_with(rest, link) then
                found_parts := compound_parts_of(substr(rest, length(link) + 1));
                if found_parts is not null then
                    return candidate || found_parts;
                end if;
            end if;
        end loop;
    end loop;
    return null;
end $$;

-- By what one plain word is found: its stem, its family, and stem and family of each part of a compound.
create function word_lexemes(the_word text) returns text[]
    language sql stable set search_path = pg_catalog, public, pg_temp
as $$
    with forms as (
        select the_word as form
        union
        select part from unnest(compound_parts_of(the_word)) part where cardinality(compound_parts_of(the_word)) > 1),
    stems as (select form, unnest(ts_lexize('dutch_stem', form)) as stem from forms)
    select coalesce(array_agg(distinct lexeme), '{}') from (
        select stem as lexeme from stems
        union
        select 'f_' || f.family from word_families f join stems s on f.word in (s.form, s.stem)) l
$$;

-- A text as a document: every word under all its lexemes, at its position. Words are learnt on the way.
create function text_document(the_text text, weight "char") returns tsvector
    language plpgsql set search_path = pg_catalog, public, pg_temp
as $$
declare
    words text[] := (string_to_array(plain_words(the_text), ' '))[1:2000];
    made tsvector;
begin
    insert into search_words (word, lexemes)
    select w, word_lexemes(w) from (select distinct unnest(words) as w) d
    where length(w) between 2 and 40 and not exists (select 1 from search_words s where s.word = d.w)
    on conflict (word) do nothing;
    select string_agg(quote_literal(l) || ':' || p, ' ')::tsvector into made from (
        select l, string_agg(position::text, ',') as p from (
            select l, min(position) as position, row_number() over (partition by l order by min(position)) as n from
                unnest(words) with ordinality as t (w, position)
                join search_words s on s.word = t.w, unnest(s.lexemes) as l
            where position < 16000 group by l, position) x
        where n <= 20 group by l) y;
    return setweight(coalesce(made, ''::tsvector), weight);
end $$;

-- The bottlenecks as lexemes of their own, so that any word for one finds what is about it.
create function bottleneck_document(codes text[], weight "char") returns tsvector
    language sql stable set search_path = pg_catalog, public, pg_temp
as $$
    select setweight(coalesce(string_agg(quote_literal('k_' || code) || ':' || n, ' '), '')::tsvector, weight)
    from (select code, row_number() over (order by code) as n from unnest(codes) as code) c
$$;

create function search_document(the_kind text, the_id uuid) returns tsvector
    language plpgsql set search_path = pg_catalog, public, pg_temp
as $$
declare
    made tsvector;
begin
    case the_kind
    when 'project' then
        select text_document(p.name, 'A') || text_document(p.subject, 'B')
            || bottleneck_document(array(select bottleneck_code from project_bottlenecks where project_id = p.id), 'B')
            || text_document(concat_ws(' ', p.problem, p.approach), 'C')
            || text_document(concat_ws(' ', p.organisation_name, p.result, p.did_not_work,
                (select string_agg(r.name, ' ') from project_regions x join regions r on r.code = x.region_code where x.project_id = p.id),
                (select string_agg(m.name, ' ') from project_municipalities x join municipalities m on m.code = x.municipality_code
                    where x.project_id = p.id),
                (select string_agg(x.name, ' ') from project_partners x where x.project_id = p.id),
                (select string_agg(x.sentence, ' ') from project_goals x where x.project_id = p.id)), 'D')
        into made from projects p where p.id = the_id and p.publication = 'published';
    when 'good_practice' then
        select text_document(p.name, 'A')
            || bottleneck_document(array(select bottleneck_code from good_practice_bottlenecks where good_practice_id = p.id), 'B')
            || text_document(concat_ws(' ', p.problem, p.approach), 'C')
            || text_document(concat_ws(' ', p.organisation_name, p.took, p.result, p.did_not_work,
                (select string_agg(r.name, ' ') from good_practice_regions x join regions r on r.code = x.region_code
                    where x.good_practice_id = p.id)), 'D')
        into made from good_practices p where p.id = the_id and p.state = 'published';
    when 'question' then
        select text_document(q.title, 'A')
            || bottleneck_document(array(select bottleneck_code from question_bottlenecks where question_id = q.id), 'B')
            || text_document(q.body, 'C')
            || text_document((select string_agg(a.body, ' ') from answers a where a.question_id = q.id), 'D')
        into made from questions q where q.id = the_id;
    when 'meeting' then
        select text_document(m.title, 'A')
            || bottleneck_document(array(select bottleneck_code from meeting_bottlenecks where meeting_id = m.id), 'B')
            || text_document(concat_ws(' ', m.place, m.label, m.agenda, m.minutes,
                (select name from regions where code = m.region_code)), 'D')
        into made from meetings m where m.id = the_id;
    when 'toolbox_item' then
        select text_document(t.title, 'A') || text_document(concat_ws(' ', t.text, t.organisation_name,
            (select name from regions where code = t.region_code)), 'C')
        into made from toolbox_items t where t.id = the_id;
    end case;
    return made;
end $$;

create function index_subject() returns trigger
    language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
    -- The kind, and the column that names the subject.
    the_id uuid := (to_jsonb(coalesce(new, old)) ->> tg_argv[1])::uuid;
    made tsvector := search_document(tg_argv[0], the_id);
begin
    if made is null then
        delete from search_documents where kind = tg_argv[0] and subject_id = the_id;
    else
        insert into search_documents (kind, subject_id, document) values (tg_argv[0], the_id, made)
        on conflict (kind, subject_id) do update set document = excluded.document;
    end if;
    return null;
end $$;
do $$
declare
    t text[];
begin
    foreach t slice 1 in array array[
        ['projects', 'project', 'id'], ['project_regions', 'project', 'project_id'],
        ['project_municipalities', 'project', 'project_id'], ['project_bottlenecks', 'project', 'project_id'],
        ['project_partners', 'project', 'project_id'], ['project_goals', 'project', 'project_id'],
        ['good_practices', 'good_practice', 'id'], ['good_practice_regions', 'good_practice', 'good_practice_id'],
        ['good_practice_bottlenecks', 'good_practice', 'good_practice_id'],
        ['questions', 'question', 'id'], ['question_bottlenecks', 'question', 'question_id'],
        ['answers', 'question', 'question_id'],
        ['meetings', 'meeting', 'id'], ['meeting_bottlenecks', 'meeting', 'meeting_id'],
        ['toolbox_items', 'toolbox_item', 'id']] loop
        -- At the end of the transaction, so that a project with its parts is indexed when all of it is there.
        execute format('create constraint trigger %I after insert or update or delete on %I deferrable initially deferred
            for each row execute function index_subject(%L, %L)', t[1] || '_searched', t[1], t[2], t[3]);
    end loop;
end $$;

-- What someone typed, as a query. Phrases from the controlled list stand for their bottleneck; every other word for its lexemes,
-- its beginning, or the nearest words that exist. all_words: every word must be found, else any. Null when nothing is left.
create function search_query(the_text text, all_words boolean) returns tsquery
    language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
    words text[] := (string_to_array(plain_words(left(the_text, 400)), ' '))[1:12];
    typed text;
    clause text;
    clauses text[] := '{}';
    found_lexemes text[];
    codes text[];
begin
    foreach typed in array coalesce(words, '{}') loop
        continue when typed = '' or typed = any (array['de', 'het', 'een', 'en', 'of', 'in', 'op', 'te', 'van', 'voor', 'met',
            'bij', 'naar', 'om', 'aan', 'die', 'dat', 'is', 'er', 'hoe', 'wat', 'wie', 'ik', 'we', 'wij', 'je', 'door', 'uit',
            'zijn', 'als', 'ook', 'dan', 'tot', 'per', 'onze', 'ons', 'mijn']);
        select coalesce(s.lexemes, word_lexemes(typed)) into found_lexemes
        from (select 1) one left join search_words s on s.word = typed;
        if not exists (select 1 from search_words s where s.word = typed)
            and not exists (select 1 from search_words s where s.lexemes && found_lexemes) and length(typed) >= 4 then
            -- Nobody wrote this: the nearest words that somebody did.
            select coalesce(array_agg(distinct l), found_lexemes) into found_lexemes from (
                select s.lexemes from search_words s where s.word % typed
                order by similarity(s.word, typed) desc, s.word limit 3) near, unnest(near.lexemes) l;
        end if;
        clause := (select string_agg(quote_literal(l), ' | ') from unnest(found_lexemes) l);
        if length(typed) >= 3 then
            clause := concat_ws(' | ', clause, quote_literal(typed) || ':*');
        end if;
        -- Every bottleneck for which this word, or a phrase of the query with this word in it, is another word.
        select array_agg(distinct t.bottleneck_code) into codes from bottleneck_terms t
        where (' ' || plain_words(the_text) || ' ') like ('% ' || plain_words(t.term) || ' %')
            and (' ' || plain_words(t.term) || ' ') like ('% ' || typed || ' %')
            or (plain_words(t.term) not like '% %' and word_lexemes(plain_words(t.term)) = word_lexemes(typed));
        clause := concat_ws(' | ', clause, (select string_agg(quote_literal('k_' || c), ' | ') from unnest(codes) c));
        if clause <> '' then
            clauses := clauses || ('(' || clause || ')');
        end if;
    end loop;
    return nullif(array_to_string(clauses, case when all_words then ' & ' else ' | ' end), '')::tsquery;
end $$;

alter table search_documents enable row level security;
create policy visible on search_documents for select using (true);
grant select on search_documents to doorwijzer_app;
revoke execute on function search_query(text, boolean) from public;
grant execute on function search_query(text, boolean) to doorwijzer_app;
