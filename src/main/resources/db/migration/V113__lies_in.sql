-- Whether a path lies in a reach, which ends in '/'. Like starts_with, but as a range of the path's index also where the
-- reach is a parameter: so a statement that is prepared once need not be planned anew each time it is asked, and does not
-- read the whole country's rows for one school's. '0' is the character behind '/'. In quotes, not as a body, for so it
-- takes on the path's collation where it is called.
create function lies_in(path text, reach text) returns boolean language sql immutable parallel safe
    as $$ select path >= reach and path < left(reach, -1) || '0' $$;
