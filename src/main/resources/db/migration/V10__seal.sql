-- Set when the province has submitted to the ministry: from then on nothing of its schools moves (spec P3).
alter table filing.filing_window add sealed_at timestamptz;
