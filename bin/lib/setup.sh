# What the scripts share: finding the JDK and Maven, and installing what is missing. Sourced, not run.

# Plain sentences, so that whoever starts this on a fresh machine knows what to do.
say() { printf '%s\n' "$*" >&2; }
die() { say "$@"; exit 1; }

as_root() {
  if [ "$(id -u)" = 0 ]; then "$@"; else sudo -n "$@"; fi
}

can_install() {
  command -v apt-get >/dev/null && { [ "$(id -u)" = 0 ] || { command -v sudo >/dev/null && sudo -n true 2>/dev/null; }; }
}

# Reads all of its input, unlike grep -q: under pipefail a writer that is cut off counts as a failure.
has_line() { grep "$1" >/dev/null; }

has_package() { dpkg-query -W -f '${Status}' "$1" 2>/dev/null | has_line 'ok installed'; }

# Tries each name in turn; the package lists are fetched once, and only if no name is known yet.
updated=no
install_one_of() {
  can_install || return 1
  local round package
  for round in known fetched; do
    for package in "$@"; do
      if apt-cache policy "$package" 2>/dev/null | has_line 'Candidate: [^(]'; then
        say "Installing $package …"
        if as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends "$package" >&2; then return 0; fi
      fi
    done
    if [ "$round" = fetched ] || [ "$updated" = yes ]; then return 1; fi
    say "Fetching the package lists …"
    as_root apt-get update -q >&2 || true
    updated=yes
  done
}

need_package() {
  has_package "$1" || install_one_of "$1" || die "Missing: the package $1. Install it (apt-get install $1) and start again."
}

is_jdk_25() {
  [ -x "$1/bin/javac" ] && "$1/bin/javac" -version 2>&1 | has_line '^javac 25\b'
}

# Prints the folder of a JDK 25, if there is one.
find_jdk() {
  local candidate javac
  for candidate in "${JAVA_HOME:-}" /usr/lib/jvm/*; do
    if [ -n "$candidate" ] && is_jdk_25 "$candidate"; then printf '%s\n' "$candidate"; return 0; fi
  done
  javac=$(command -v javac) || return 1
  candidate=$(dirname "$(dirname "$(readlink -f "$javac")")")
  is_jdk_25 "$candidate" && printf '%s\n' "$candidate"
}

need_jdk() {
  local found
  if ! found=$(find_jdk); then
    install_one_of openjdk-25-jdk-headless temurin-25-jdk || true
    found=$(find_jdk) || die "Missing: a JDK 25. Install one (for instance openjdk-25-jdk or temurin-25-jdk), or set JAVA_HOME to it, and start again."
  fi
  export JAVA_HOME=$found
}

need_maven() {
  command -v mvn >/dev/null || install_one_of maven || die "Missing: Maven. Install it (apt-get install maven) and start again."
}

# Maven, quiet about itself; its own old libraries make a JDK 25 warn on every run.
maven() {
  MAVEN_OPTS="${MAVEN_OPTS:-} --sun-misc-unsafe-memory-access=allow --enable-native-access=ALL-UNNAMED" mvn -B -Dstyle.color=never "$@"
}

# True when nothing that goes into $1 is newer than it.
is_fresh() {
  [ -e "$1" ] && [ -z "$(find pom.xml src/main -newer "$1" -print -quit)" ]
}

# Builds the product unless nothing has changed since.
need_jar() {
  if ! is_fresh target/chengjie.jar; then
    need_maven
    say "Building …"
    maven -q -DskipTests package
    touch target/chengjie.jar
  fi
}

# What every JVM of the product is started with. For two cores and 300 MB resident: the serial collector keeps no threads
# and no spare regions; compact headers save a tenth of the heap. The cache below is dropped by a JVM whose collector or
# headers are others than those it was made with.
jvm=(-XX:+UseSerialGC -XX:+UseCompactObjectHeaders -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8
  --enable-native-access=ALL-UNNAMED)

# The jar with its libraries beside it, as a cache needs a class path of plain jars, and the cache of that class path. The
# jar there also holds, as classes, what Spring would otherwise find out about the beans at each start.
unpacked=target/start
cache=$unpacked/chengjie.aot

# Has Spring take its beans from those classes.
written_down=-Dspring.aot.enabled=true

# True when the cache is that of this jar, of this JDK and of the flags above. An empty one: it could not be made.
knows_cache() {
  [ "$cache" -nt target/chengjie.jar ] && [ "$cache" -nt bin/lib/setup.sh ] && cmp -s "$JAVA_HOME/release" "$unpacked/release"
}

# Starts the product in place of this script, from the cache where there is one. Flags of the JVM go before --.
become_product() {
  local flags=("${jvm[@]}") jar=target/chengjie.jar
  while [ "$1" != -- ]; do flags+=("$1"); shift; done
  shift
  if knows_cache && [ -s "$cache" ]; then
    flags+=(-XX:AOTCache="$cache" "$written_down")
    jar=$unpacked/chengjie.jar
  fi
  exec "$JAVA_HOME/bin/java" "${flags[@]}" -jar "$jar" "$@"
}

# Makes the cache unless there is one. The product starts without it, too, so whatever goes wrong here is told and no more.
need_cache() {
  if knows_cache; then
    [ -s "$cache" ] || say "Starting slowly: a fast start could not be prepared ($unpacked/log)."
    return 0
  fi
  local began=$SECONDS
  say "Preparing a fast start, once for each build …"
  rm -rf "$unpacked"
  mkdir -p "$unpacked"
  if make_cache >"$unpacked/log" 2>&1; then
    say "Prepared in $((SECONDS - began)) s."
  else
    say "A fast start could not be prepared ($unpacked/log); this one is a slow one."
    : >"$cache"
  fi
  cp "$JAVA_HOME/release" "$unpacked/release"
}

# A training run: the product with a new demo world, and what its first users do there. When it is told to end, the JVM
# writes down what it has noted, and another makes the cache of it. Runs in a shell of its own, which leaves nothing behind
# however it ends; the product is always told to end, for it must stop its database.
make_cache() (
  product=
  url=
  data=$(mktemp -d) || return 1
  trap 'trap "" INT TERM; [ -z "$product" ] || kill "$product"; wait; rm -rf "$data"' EXIT
  trap 'exit 130' INT TERM
  "$JAVA_HOME/bin/java" -Djarmode=tools -jar target/chengjie.jar extract --destination "$unpacked" --force || return 1
  write_beans_down "$data/beans" || return 1
  "$JAVA_HOME/bin/java" "${jvm[@]}" "$written_down" -XX:AOTMode=record -XX:AOTConfiguration="$data/notes" -jar "$unpacked/chengjie.jar" \
    --server.port=0 --server.address=127.0.0.1 --chengjie.database-url= --chengjie.demo=on --chengjie.data="$data" \
    >"$data/said" 2>&1 &
  product=$!
  until [ -n "$url" ]; do
    kill -0 "$product" || { product=; cat "$data/said"; return 1; }
    sleep 0.2
    url=$(sed -n 's/^承接已启动：//p' "$data/said")
  done
  "$JAVA_HOME/bin/java" "${jvm[@]}" src/bench/Practice.java "$url" || return 1
  kill "$product"
  wait "$product"
  product=
  cat "$data/said"
  "$JAVA_HOME/bin/java" "${jvm[@]}" "$written_down" -XX:AOTMode=create -XX:AOTConfiguration="$data/notes" -XX:AOTCache="$cache.new" \
    -jar "$unpacked/chengjie.jar" || return 1
  # A JVM that is told to may only start with the cache.
  "$JAVA_HOME/bin/java" "${jvm[@]}" -XX:AOTMode=on -XX:AOTCache="$cache.new" -cp "$unpacked/chengjie.jar" -version || return 1
  mv "$cache.new" "$cache"
)

# Has Spring look at the application without starting it, write down its beans as Java, and puts that into the unpacked jar.
write_beans_down() {
  "$JAVA_HOME/bin/java" "${jvm[@]}" -cp "$unpacked/chengjie.jar" org.springframework.boot.SpringApplicationAotProcessor \
    org.chengjie.Chengjie "$1/sources" "$1/resources" "$1/classes" org.chengjie chengjie || return 1
  find "$1/sources" -name '*.java' >"$1/list" || return 1
  "$JAVA_HOME/bin/javac" -encoding UTF-8 -proc:none -nowarn -d "$1/classes" -cp "$unpacked/chengjie.jar" "@$1/list" || return 1
  "$JAVA_HOME/bin/jar" --update --file "$unpacked/chengjie.jar" -C "$1/classes" .
}
