# What bin/deadline and bin/faults share: the product on a generated world, and the load beside it. Sourced after setup.sh, run
# with $work, $data and $port set.

app=
url=http://127.0.0.1:$port

psql_program() {
  local program
  for program in /usr/lib/postgresql/*/bin/psql; do
    if [ -x "$program" ]; then printf '%s\n' "$program"; return 0; fi
  done
  command -v psql
}

need_load() {
  need_jdk
  command -v curl >/dev/null || need_package curl
  psql_program >/dev/null || install_one_of postgresql-client postgresql-client-18 postgresql-client-17 ||
    die "Missing: psql. Install a PostgreSQL client package and start again."
  need_jar
  need_cache
  (cd "$work" && "$JAVA_HOME/bin/jar" xf "$OLDPWD/target/chengjie.jar" BOOT-INF/lib)
}

# Of the caller's folder where it is there already.
need_world() {
  if [ ! -d "$data/server" ]; then
    say "Generating a world ($1) …"
    bin/world --scale "$1" --data "$data" >&2
  fi
}

# Starts the product as the environment says, and waits for its first page.
start_app() {
  CHENGJIE_RATES=off bin/run --port "$port" --data "$data" "$@" >>"$work/product.log" 2>&1 &
  app=$!
  await_app
}

await_app() {
  local _
  for _ in $(seq 1200); do
    if curl -fs -m 5 -o /dev/null "$url/"; then return 0; fi
    kill -0 "$app" 2>/dev/null || { cat "$work/product.log" >&2; die "The product did not start."; }
    sleep 0.1
  done
  die "The product does not answer."
}

stop_app() { if [ -n "$app" ]; then kill "$app" 2>/dev/null || true; wait "$app" 2>/dev/null || true; app=; fi; }

postmaster() { sed -n 1p "$data/server/data/postmaster.pid"; }
database_port() { sed -n 4p "$data/server/data/postmaster.pid"; }

sql() {
  PGPASSWORD=$(cat "$data/server/password") "$(psql_program)" -h 127.0.0.1 -p "$(database_port)" -U app -d chengjie -qAt -v ON_ERROR_STOP=1 "$@"
}

# So many schools that may still file and have a password of the generated world; first those that have not submitted.
list_schools() {
  sql -c "set chengjie.reach = '/'" -c "
    select s.code
      from organisation.unit s
      join account.account a on a.unit_id = s.id and a.main and not a.initial_password
      left join filing.filing f on f.school_id = s.id
     where s.tier = 'SCHOOL' and s.closed_at is null and f.review_started_at is null
     order by f.submitted_at is not null, md5(s.code)
     limit $1"
}

# The last day of all windows; those of an earlier run on the same data lie in the past.
set_windows() {
  sql -c "set chengjie.reach = '/'" -c "
    update filing.filing_window
       set closes = $1, opens = least(opens, $1), revision_closes = greatest(revision_closes, $1), version = version + 1"
}

# Turns into one of the programs that make the load, read their orders, and say what they have found.
load_program() {
  local program=$1
  shift
  PGPASSWORD=$(cat "$data/server/password")
  export PGPASSWORD
  exec "$JAVA_HOME/bin/java" -XX:+UseSerialGC -Xmx512m -cp "$work/BOOT-INF/lib/*" "src/bench/$program.java" "$@"
}

jdbc_address() { printf 'jdbc:postgresql://127.0.0.1:%s/chengjie' "$(database_port)"; }

# Everything counted anew from the rows, and the trail link by link; the product must be stopped.
check_totals() {
  local bad=0
  bin/reconcile --data "$data" || bad=1
  bin/audit verify --data "$data" >"$work/trail" || { bad=1; cat "$work/trail"; }
  tail -n 1 "$work/trail"
  return "$bad"
}
