from django.db import migrations

CONFIGURATION = """
CREATE TEXT SEARCH CONFIGURATION site_english (COPY = english);
ALTER TEXT SEARCH CONFIGURATION site_english ALTER MAPPING FOR hword, hword_part, word WITH unaccent, english_stem;
CREATE TEXT SEARCH CONFIGURATION site_words (COPY = simple);
ALTER TEXT SEARCH CONFIGURATION site_words ALTER MAPPING FOR hword, hword_part, word WITH unaccent, simple;
"""
NO_CONFIGURATION = "DROP TEXT SEARCH CONFIGURATION site_english; DROP TEXT SEARCH CONFIGURATION site_words;"

# Whatever takes a page out of the lists takes its entry, in the same transaction. Putting one back is Python's (entries.py),
# since only public() knows what is listed: a trigger here may forget too much, and never too little.
FORGETTING = r"""
CREATE FUNCTION search_forget_changed_page() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    DELETE FROM search_entry WHERE page_id = NEW.id;
    RETURN NULL;
END $$;
CREATE TRIGGER search_forgets_changed_page AFTER UPDATE OF live, go_live_at, expire_at, path ON wagtailcore_page FOR EACH ROW
    WHEN ((OLD.live, OLD.go_live_at, OLD.expire_at, OLD.path) IS DISTINCT FROM (NEW.live, NEW.go_live_at, NEW.expire_at, NEW.path))
    EXECUTE FUNCTION search_forget_changed_page();

CREATE FUNCTION search_forget_changed_words() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF OLD.object_id ~ '^\d{1,9}$' THEN
        DELETE FROM search_entry WHERE page_id = OLD.object_id::integer;
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER search_forgets_changed_words AFTER UPDATE OF title_text, body_text ON wagtailsearch_indexentry FOR EACH ROW
    WHEN ((OLD.title_text, OLD.body_text) IS DISTINCT FROM (NEW.title_text, NEW.body_text)) EXECUTE FUNCTION search_forget_changed_words();
CREATE TRIGGER search_forgets_deleted_words AFTER DELETE ON wagtailsearch_indexentry FOR EACH ROW EXECUTE FUNCTION search_forget_changed_words();

CREATE FUNCTION search_forget_withdrawn_page() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    -- The lock makes whoever is learning this very page finish first.
    PERFORM FROM wagtailcore_page WHERE id = NEW.page_id FOR UPDATE;
    DELETE FROM search_entry WHERE page_id = NEW.page_id;
    RETURN NULL;
END $$;
CREATE TRIGGER search_forgets_withdrawn_page AFTER INSERT OR UPDATE ON pages_pagestate FOR EACH ROW
    WHEN (NEW.held_at IS NOT NULL OR NEW.withdrawn_at IS NOT NULL) EXECUTE FUNCTION search_forget_withdrawn_page();

CREATE FUNCTION search_forget_restricted_pages() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    DELETE FROM search_entry USING wagtailcore_page AS page, wagtailcore_page AS top
        WHERE top.id = NEW.page_id AND starts_with(page.path, top.path) AND search_entry.page_id = page.id;
    RETURN NULL;
END $$;
CREATE TRIGGER search_forgets_restricted_pages AFTER INSERT OR UPDATE ON wagtailcore_pageviewrestriction FOR EACH ROW
    EXECUTE FUNCTION search_forget_restricted_pages();
"""
NO_FORGETTING = """
DROP FUNCTION search_forget_changed_page CASCADE;
DROP FUNCTION search_forget_changed_words CASCADE;
DROP FUNCTION search_forget_withdrawn_page CASCADE;
DROP FUNCTION search_forget_restricted_pages CASCADE;
"""

# The word list follows at the commit, one transaction after the other, so that nobody holds its rows while wanting others.
# It counts nothing: rows that every publish had to change would be a queue. Whether another page still holds a word is
# asked of the index over Entry.words; a plan that reads all entries for each word must not be chosen.
LISTING = """
CREATE FUNCTION search_list_words() RETURNS trigger LANGUAGE plpgsql SET enable_seqscan TO off AS $$
BEGIN
    PERFORM pg_advisory_xact_lock(26071830);
    IF TG_OP = 'DELETE' THEN
        DELETE FROM search_word WHERE site_id = OLD.site_id AND word = ANY (OLD.words)
            AND NOT EXISTS (SELECT FROM search_entry WHERE site_id = OLD.site_id AND words @> ARRAY[search_word.word]);
    ELSE
        INSERT INTO search_word (site_id, word, stem)
            SELECT NEW.site_id, word, coalesce((ts_lexize('english_stem', word))[1], word) FROM unnest(NEW.words) AS word
            ON CONFLICT (site_id, word) DO NOTHING;
    END IF;
    RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER search_lists_words AFTER INSERT OR DELETE ON search_entry DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW EXECUTE FUNCTION search_list_words();
"""
NO_LISTING = "DROP FUNCTION search_list_words CASCADE"


# The planner does not know what it costs to read a long vector, or to compare trigrams, and would read the whole table.
LIKELY = r"""
CREATE FUNCTION search_near(site integer, typed text[], most integer) RETURNS TABLE (word text, near text)
    LANGUAGE plpgsql STABLE SET enable_seqscan TO off AS $$
BEGIN
    -- Unknown: no word of the list has its stem, and it is not one that search passes over anyway ("the" has an empty stem).
    RETURN QUERY SELECT unknown.word, listed.word FROM unnest(typed) AS unknown (word)
        CROSS JOIN LATERAL (
            SELECT each.word FROM search_word AS each WHERE each.site_id = site AND each.word % unknown.word
            ORDER BY similarity(each.word, unknown.word) DESC LIMIT most) AS listed
        WHERE ts_lexize('english_stem', unknown.word) <> '{}' AND NOT EXISTS (
            SELECT FROM search_word AS each WHERE each.site_id = site AND each.stem = (ts_lexize('english_stem', unknown.word))[1]);
END $$;

CREATE FUNCTION search_likely(root integer, wanted tsquery, most integer) RETURNS TABLE (page_id integer, in_all bigint)
    LANGUAGE plpgsql STABLE SET enable_seqscan TO off AS $$
BEGIN
    RETURN QUERY SELECT entry.page_id, count(*) OVER () FROM search_entry AS entry
        WHERE entry.vector @@ wanted AND entry.site_id IN (SELECT id FROM wagtailcore_site WHERE root_page_id = root)
        ORDER BY entry.title @@ wanted DESC, entry.page_id DESC LIMIT most;
END $$;
"""
NO_LIKELY = "DROP FUNCTION search_likely; DROP FUNCTION search_near"


class Migration(migrations.Migration):
    """The languages of search, and how an entry leaves at once with its page and its words."""

    dependencies = [
        ("search", "0001_initial"),
        ("delivery", "0001_extensions"),
        ("pages", "0004_approval"),
        ("wagtailsearch", "0010_add_text_fields"),
    ]
    operations = [
        migrations.RunSQL(CONFIGURATION, NO_CONFIGURATION),
        migrations.RunSQL(FORGETTING, NO_FORGETTING),
        migrations.RunSQL(LISTING, NO_LISTING),
        migrations.RunSQL(LIKELY, NO_LIKELY),
    ]
