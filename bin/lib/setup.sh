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
