-- Finding in Dutch. PostgreSQL's Dutch stemmer knows no compounds and keeps begeleider and begeleiding apart, so words are also
-- indexed under their family and their parts, subjects under every other word for them, and a word that nobody wrote is read as
-- the nearest one that somebody did. The same functions prepare texts and queries.

create extension if not exists pg_trgm;
create extension if not exists unaccent;
create extension if not exists fuzzystrmatch;

create table word_families (
    word text primary key check (word ~ '^[a-z0-9]+$'),
    family text not null check (family ~ '^[a-z]+$'),
    stem text generated always as ((ts_lexize('dutch_stem', word))[1]) stored
);
comment on table word_families is 'Words that belong together though their stems differ: begeleider and begeleiding.';
create index word_families_stem on word_families (stem);
create table compound_parts (
    part text primary key check (part ~ '^[a-z]{3,}$')
);
comment on table compound_parts is 'Words from which the field makes compounds: stage, begeleider, plek.';
create table search_words (
    word text primary key,
    lexemes text[] not null,
    query text not null,
    tokens text[] not null
);
comment on table search_words is 'Every word that somebody wrote: the lexemes a text with it is indexed under, the query it stands for, its signs.';
-- Without a list of pending entries, which every search would read through until the next vacuum.
create index search_words_trigrams on search_words using gin (word gin_trgm_ops) with (fastupdate = off);
create index search_words_lexemes on search_words using gin (lexemes) with (fastupdate = off);
create index search_words_beginning on search_words (left(word, 1), length(word));
create table search_terms (
    term text primary key references bottleneck_terms (term) on delete cascade,
    bottleneck_code text not null references bottlenecks (code),
    tokens text[] not null
);
comment on table search_terms is 'The words for a bottleneck, each word by its family or stem: whoever types all of one means the bottleneck.';
create index search_terms_bottleneck_code on search_terms (bottleneck_code);

create table search_documents (
    kind text not null check (kind in ('project', 'good_practice', 'question', 'meeting', 'toolbox_item')),
    subject_id uuid not null,
    document tsvector not null,
    dated_at timestamptz not null,
    primary key (kind, subject_id)
);
comment on table search_documents is 'What is public, prepared for searching; kept by triggers. dated_at: when it was last new.';
create index search_documents_document on search_documents using gin (document) with (fastupdate = off);

-- What changed in this transaction and has to be prepared again when it ends.
create table search_pending (
    kind text not null,
    subject_id uuid not null,
    primary key (kind, subject_id)
);
comment on table search_pending is 'Subjects that this transaction changed; empty for everyone else.';

-- Lower case, without accents, only letters and digits between single spaces; bbl-leerling is two words, e-health one.
create function search_text(the_text text) returns text
    language sql stable parallel safe set search_path = pg_catalog, public, pg_temp
    return trim(regexp_replace(regexp_replace(lower(unaccent(coalesce(the_text, ''))),
        '\m(e|zij)[- ]?(health|consult|learning|instro\w*)', '\1\2', 'g'), '[^a-z0-9]+', ' ', 'g'));

-- Words that say nothing about the subject.
create function is_small_word(the_word text) returns boolean
    language sql immutable parallel safe
    return the_word = any (array['de', 'het', 'een', 'en', 'of', 'in', 'op', 'te', 'van', 'voor', 'met', 'bij', 'naar', 'om',
        'aan', 'die', 'dat', 'is', 'er', 'hoe', 'wat', 'wie', 'ik', 'we', 'wij', 'je', 'jullie', 'door', 'uit', 'zijn', 'als',
        'ook', 'dan', 'tot', 'per', 'onze', 'ons', 'mijn', 'deze', 'dit', 'ze', 'hun', 'wel', 'nog', 'al', 'kan', 'kunnen',
        'wordt', 'worden', 'heeft', 'hebben', 'was', 'waren', 'maar', 'waar', 'tegen', 'over', 'onder', 'tijdens', 'na']);

-- The parts of a compound, from left to right, longest first; null when the word is not made of known parts. Between parts
-- stands nothing, s, e, en, n or er.
create function compound_parts_of(the_word text) returns text[]
    language plpgsql stable set search_path = pg_catalog, public, pg_temp
as $$
declare
    rest text;
    found_parts text[];
    candidate text;
    link text;
begin
    if length(the_word) < 3 then
        return null;
    end if;
    for candidate in
        select p.part from compound_parts p join generate_series(3, length(the_word)) as l on p.part = left(the_word, l)
        order by l desc
    loop
        rest := substr(the_word, length(candidate) + 1);
        if rest in ('', 's', 'n', 'en', 'er', 'e', 'ers', 'je', 'jes', 'tje', 'tjes', 'ken') then
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

-- Stem and family of one word that is not taken apart.
create function simple_lexemes(the_word text) returns text[]
    language sql stable set search_path = pg_catalog, public, pg_temp
as $$
    select array_agg(distinct l) from (
        select stem as l from unnest(ts_lexize('dutch_stem', the_word)) as stem where stem <> ''
        union
        select 'f_' || f.family from word_families f
        where f.word = the_word or f.stem = (ts_lexize('dutch_stem', the_word))[1]) x
$$;

-- What a word in a text is found by: stem and family of itself and of each part of a compound.
create function word_lexemes(the_word text) returns text[]
    language sql stable set search_path = pg_catalog, public, pg_temp
as $$
    select coalesce(array_agg(distinct l), '{}') from (
        select unnest(simple_lexemes(the_word)) as l
        union
        select unnest(simple_lexemes(p)) from unnest(compound_parts_of(the_word)) as p) x where l is not null
$$;

-- What a typed word asks for: itself or its family, or all parts of a compound.
create function word_query(the_word text) returns text
    language plpgsql stable set search_path = pg_catalog, public, pg_temp
as $$
declare
    parts text[] := compound_parts_of(the_word);
    own text := (select string_agg(quote_literal(l), ' | ') from unnest(simple_lexemes(the_word)) l);
begin
    if cardinality(parts) > 1 then
        return concat_ws(' | ', own, '(' || (select string_agg('(' || (select string_agg(quote_literal(l), ' | ')
            from unnest(simple_lexemes(p)) l) || ')', ' & ') from unnest(parts) p where simple_lexemes(p) is not null) || ')');
    end if;
    return coalesce(own, '');
end $$;

-- A word as one sign that is the same for all its forms; a compound as the signs of its parts.
create function word_tokens(the_word text) returns text[]
    language sql stable set search_path = pg_catalog, public, pg_temp
as $$
    select coalesce(array_agg(distinct token), '{}') from (
        select coalesce((select min('f_' || f.family) from word_families f where f.word = p),
            (select min('f_' || f.family) from word_families f where f.stem = (ts_lexize('dutch_stem', p))[1]),
            (ts_lexize('dutch_stem', p))[1]) as token
        from unnest(case when cardinality(compound_parts_of(the_word)) > 1 then compound_parts_of(the_word)
            else array[the_word] end) as p) x where token <> ''
$$;

-- Learns words that were not seen before.
create function learn_words(the_words text[]) returns void
    language sql set search_path = pg_catalog, public, pg_temp
as $$
    insert into search_words (word, lexemes, query, tokens)
    select w, word_lexemes(w), word_query(w), word_tokens(w) from (select distinct unnest(the_words) as w) d
    where length(w) between 2 and 40 and not exists (select 1 from search_words s where s.word = d.w)
    on conflict (word) do nothing
$$;

-- Texts as a document, the first weighing most: every word under all its lexemes, at its position; a lexeme counts at most four
-- times.
create function text_document(a text, b text, c text, d text) returns tsvector
    language plpgsql set search_path = pg_catalog, public, pg_temp
as $$
declare
    made tsvector;
begin
    perform learn_words(string_to_array(search_text(concat_ws(' ', a, b, c, d)), ' '));
    select string_agg(quote_literal(l) || ':' || p, ' ')::tsvector into made from (
        select l, array_to_string((array_agg(x.position || x.label order by x.position))[1:4], ',') as p
        from (
            select t.label, w.word, row_number() over (order by t.label, w.number) as position
            from (values ('A', a), ('B', b), ('C', c), ('D', d)) as t (label, said)
            cross join lateral unnest((string_to_array(search_text(t.said), ' '))[1:2000]) with ordinality as w (word, number)) x
        join search_words s on s.word = x.word cross join unnest(s.lexemes) as l
        where not is_small_word(x.word)
        group by l) y;
    return coalesce(made, ''::tsvector);
end $$;

-- The bottlenecks as lexemes of their own, so that any word for one finds what is about it.
create function bottleneck_document(codes text[]) returns tsvector
    language sql stable set search_path = pg_catalog, public, pg_temp
as $$
    select coalesce(string_agg(quote_literal('k_' || code) || ':' || n || 'B', ' '), '')::tsvector
    from (select code, row_number() over (order by code) as n from unnest(codes) as code) c
$$;

create function search_document(the_kind text, the_id uuid, out made tsvector, out dated timestamptz)
    language plpgsql set search_path = pg_catalog, public, pg_temp
as $$
begin
    case the_kind
    when 'project' then
        select text_document(p.name, p.subject, concat_ws(' ', p.problem, p.approach),
            concat_ws(' ', p.organisation_name, p.result, p.did_not_work,
                (select string_agg(r.name, ' ') from project_regions x join regions r on r.code = x.region_code where x.project_id = p.id),
                (select string_agg(m.name, ' ') from project_municipalities x join municipalities m on m.code = x.municipality_code
                    where x.project_id = p.id),
                (select string_agg(x.name, ' ') from project_partners x where x.project_id = p.id),
                (select string_agg(x.sentence, ' ') from project_goals x where x.project_id = p.id)))
            || bottleneck_document(array(select bottleneck_code from project_bottlenecks where project_id = p.id)),
            p.updated_at
        into made, dated from projects p where p.id = the_id and p.publication = 'published';
    when 'good_practice' then
        select text_document(p.name, '', concat_ws(' ', p.problem, p.approach),
            concat_ws(' ', p.organisation_name, p.took, p.result, p.did_not_work,
                (select string_agg(r.name, ' ') from good_practice_regions x join regions r on r.code = x.region_code
                    where x.good_practice_id = p.id)))
            || bottleneck_document(array(select bottleneck_code from good_practice_bottlenecks where good_practice_id = p.id)),
            p.updated_at
        into made, dated from good_practices p where p.id = the_id and p.state = 'published' and p.held_at is null;
    when 'question' then
        select text_document(q.title, '', q.body,
            concat_ws(' ', (select string_agg(a.body, ' ') from answers a where a.question_id = q.id and a.held_at is null),
                (select name from regions where code = q.region_code)))
            || bottleneck_document(array(select bottleneck_code from question_bottlenecks where question_id = q.id)),
            q.asked_at
        into made, dated from questions q where q.id = the_id and q.held_at is null;
    when 'meeting' then
        select text_document(m.title, '', '', concat_ws(' ', m.kind, m.place, m.label, m.agenda, m.minutes,
                (select name from regions where code = m.region_code),
                (select name from municipalities where code = m.municipality_code)))
            || bottleneck_document(array(select bottleneck_code from meeting_bottlenecks where meeting_id = m.id)),
            coalesce(m.starts_at, m.held_on, m.created_at)
        into made, dated from meetings m where m.id = the_id;
    when 'toolbox_item' then
        select text_document(t.title, '', concat_ws(' ', t.text, t.organisation_name,
            (select name from regions where code = t.region_code)), ''),
            t.confirmed_on
        into made, dated from toolbox_items t where t.id = the_id;
    end case;
end $$;

-- Notes which subject a changed row belongs to; arguments: its kind, the column that names it.
create function note_search_pending() returns trigger
    language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
    insert into search_pending (kind, subject_id)
    values (tg_argv[0], (to_jsonb(coalesce(new, old)) ->> tg_argv[1])::uuid) on conflict do nothing;
    return null;
end $$;

-- At the end of the transaction, once for a project with all its parts.
create function index_pending() returns trigger
    language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
    made record;
begin
    -- One at a time: two who learn the same words in another order would wait for each other in a ring.
    perform pg_advisory_xact_lock(hashtextextended('search_words', 0));
    delete from search_pending where kind = new.kind and subject_id = new.subject_id;
    select d.made, d.dated into made from search_document(new.kind, new.subject_id) d;
    if made.made is null then
        delete from search_documents where kind = new.kind and subject_id = new.subject_id;
    else
        insert into search_documents (kind, subject_id, document, dated_at)
        values (new.kind, new.subject_id, made.made, made.dated)
        on conflict (kind, subject_id) do update set document = excluded.document, dated_at = excluded.dated_at;
    end if;
    return null;
end $$;
create constraint trigger search_pending_index after insert on search_pending deferrable initially deferred
    for each row execute function index_pending();
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
        execute format('create trigger %I after insert or update or delete on %I
            for each row execute function note_search_pending(%L, %L)', t[1] || '_searched', t[1], t[2], t[3]);
    end loop;
end $$;

-- Everything anew, after the words for it changed; for whoever fills the database. Returns the number of documents.
create function reindex_all() returns bigint
    language plpgsql set search_path = pg_catalog, public, pg_temp
as $$
begin
    delete from search_documents;
    delete from search_words;
    delete from search_terms;
    insert into search_terms (term, bottleneck_code, tokens)
    select t.term, t.bottleneck_code, array(select distinct token from unnest(string_to_array(search_text(t.term), ' ')) w,
        unnest(word_tokens(w)) token where not is_small_word(w) order by token) from bottleneck_terms t;
    perform learn_words(array(select w from bottleneck_terms t, unnest(string_to_array(search_text(t.term), ' ')) w));
    insert into search_documents (kind, subject_id, document, dated_at)
    select s.kind, s.id, d.made, d.dated from (
        select 'project' as kind, id from projects union all select 'good_practice', id from good_practices
        union all select 'question', id from questions union all select 'meeting', id from meetings
        union all select 'toolbox_item', id from toolbox_items) s
    cross join lateral search_document(s.kind, s.id) d where d.made is not null;
    return (select count(*) from search_documents);
end $$;

-- Two words that somebody wrote, of which a word is made that nobody wrote: stage and loket. Null when there are none; only the
-- first one when the rest is unknown.
create function known_halves(typed text) returns text[]
    language sql stable set search_path = pg_catalog, public, pg_temp
as $$
    select array_remove(array[head.word, tail.word], null)
    from search_words head
    left join lateral (select t.word from search_words t
        where t.word = any (array[substr(typed, length(head.word) + 1), ltrim(substr(typed, length(head.word) + 1), 's'),
            regexp_replace(substr(typed, length(head.word) + 1), '^(en|er|e|n)', '')]) and length(t.word) >= 3
        order by length(t.word) desc limit 1) tail on true
    where head.word = any (array(select left(typed, n) from generate_series(4, length(typed) - 3) n))
    order by tail.word is null, length(head.word) desc limit 1
$$;

-- The nearest words that somebody wrote, at most two.
create function nearest_words(typed text) returns text[]
    language sql stable set search_path = pg_catalog, public, pg_temp
as $$
    select array(
        select n.word from (
            select s.word, levenshtein_less_equal(s.word, typed, 3) as distance
            from search_words s
            where left(s.word, 1) = left(typed, 1) and length(s.word) between length(typed) - 2 and length(typed) + 2
            union
            select s.word, levenshtein_less_equal(s.word, typed, 3) from search_words s where s.word % typed) n
        where n.distance <= case when length(typed) < 5 then 1 when length(typed) < 9 then 2 else 3 end
        order by n.distance, similarity(n.word, typed) desc, n.word limit 2)
$$;

-- What someone typed, as one part of a query per word: its lexemes and its beginning; the word it makes with the one beside it;
-- every bottleneck that it is another word for, alone or with others that were typed; and for a word that nobody wrote the two
-- that it is made of, or else the nearest ones that somebody did.
create function search_clauses(the_text text) returns text[]
    language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
    words text[] := array(select w from unnest((string_to_array(search_text(left(the_text, 400)), ' '))[1:16])
        with ordinality as t (w, n) where length(w) between 1 and 40 and not is_small_word(w) order by n);
    queries text[] := '{}';
    -- The signs of each word, and to which word each belongs.
    typed_tokens text[] := '{}';
    token_words integer[] := '{}';
    their_tokens text[];
    typed text;
    near text[];
    clause text;
    clauses text[] := '{}';
begin
    for i in 1..least(cardinality(words), 12) loop
        typed := words[i];
        select s.query, s.tokens into clause, their_tokens from search_words s where s.word = typed;
        if clause is null then
            clause := word_query(typed);
            their_tokens := word_tokens(typed);
            -- A form or a compound of known words needs no guess.
            if length(typed) >= 4 and cardinality(their_tokens) < 2
                and not exists (select 1 from search_words s where s.lexemes @> simple_lexemes(typed)) then
                near := known_halves(typed);
                if coalesce(cardinality(near), 0) < 2 then
                    near := coalesce(nullif(nearest_words(typed), '{}'), near, '{}');
                end if;
                clause := concat_ws(' | ', nullif(clause, ''),
                    (select string_agg(s.query, ' | ') from search_words s where s.word = any (near) and s.query <> ''));
                their_tokens := coalesce((select s.tokens from search_words s where s.word = near[1]), their_tokens);
            end if;
        end if;
        if length(typed) >= 5 then
            clause := concat_ws(' | ', nullif(clause, ''), quote_literal(typed) || ':*');
        end if;
        queries := queries || coalesce(clause, '');
        typed_tokens := typed_tokens || their_tokens;
        token_words := token_words || array_fill(i, array[cardinality(their_tokens)]);
    end loop;
    for i in 1..cardinality(queries) loop
        their_tokens := array(select t from unnest(typed_tokens, token_words) as u (t, w) where w = i);
        clause := concat_ws(' | ', nullif(queries[i], ''),
            (select string_agg(distinct quote_literal('k_' || t.bottleneck_code), ' | ') from search_terms t
                where t.tokens <@ typed_tokens and t.tokens && their_tokens),
            (select string_agg(nullif(s.query, ''), ' | ') from search_words s
                where s.word in (words[i] || words[i + 1], words[i - 1] || words[i])));
        if clause <> '' then
            clauses := clauses || ('(' || clause || ')');
        end if;
    end loop;
    return clauses;
end $$;

-- all_words: every word must be found, else any. Null when nothing is left to look for.
create function search_query(the_text text, all_words boolean) returns tsquery
    language sql stable set search_path = pg_catalog, public, pg_temp
as $$
    select nullif(array_to_string(search_clauses(the_text), case when all_words then ' & ' else ' | ' end), '')::tsquery
$$;

-- What is found: what holds all words, most of them when that is little, some of them when that is little too; then by how much it
-- is about them, then the newest. The whole part of the rank says how many words were found.
create function search_subjects(the_text text, the_kinds text[], most integer)
    returns table (kind text, subject_id uuid, rank real)
    language plpgsql stable set search_path = pg_catalog, public, pg_temp
as $$
declare
    clauses constant text[] := search_clauses(the_text);
    each_one constant tsquery[] := array(select c::tsquery from unnest(clauses) c);
    any_of constant tsquery := nullif(array_to_string(clauses, ' | '), '')::tsquery;
    how_many constant integer := cardinality(clauses);
    enough constant integer := least(most, 20);
    wanted tsquery := nullif(array_to_string(clauses, ' & '), '')::tsquery;
    before tsquery;
    so_far integer := 0;
    found_now integer;
begin
    for tier in 1..3 loop
        exit when so_far >= enough or wanted is null or (tier > 1 and how_many < tier);
        if tier = 2 and how_many > 2 then
            -- All but one.
            wanted := (select string_agg('(' || (select string_agg(c, ' & ') from unnest(clauses) with ordinality as u (c, m)
                where m <> n) || ')', ' | ') from generate_series(1, how_many) n)::tsquery;
        elsif tier > 1 then
            wanted := any_of;
        end if;
        return query select d.kind, d.subject_id, ((select count(*) from unnest(each_one) c where d.document @@ c)
                + ts_rank('{0.1, 0.3, 0.5, 1.0}', d.document, any_of))::real as r
            from search_documents d
            where d.document @@ wanted and d.kind = any (the_kinds) and (before is null or not d.document @@ before)
            order by r desc, d.dated_at desc, d.subject_id limit most - so_far;
        get diagnostics found_now = row_count;
        so_far := so_far + found_now;
        before := wanted;
    end loop;
end $$;

grant select on search_documents to doorwijzer_app;
revoke execute on function search_clauses(text), reindex_all() from public;
grant execute on function search_clauses(text) to doorwijzer_app;
