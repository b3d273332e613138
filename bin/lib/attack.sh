# The single attacks of bin/attack, and how each says what it found. Sourced, not run.

# Pages of every kind, signed in as whom, for the HTML checker; NAME WHO PATH.
PAGES='
entrance stranger /
verify stranger /verify
not-found school /none
form school /school/undertakings
preview school /school/preview
returned school /school/returned
missing school /school/filing/check
upload school /school/filing/upload
school-contacts school /school/contacts
colleagues school /school/colleagues
note school /school/notes/3.1
password school /account/password
jobs school /jobs
desk province /province/desk
schools province /province/schools
rows province /province/rows
items province /province/items
register province /province/register
import province /province/register/import
extensions province /province/extensions
accounts province /province/accounts
officers province /province/officers
reminders province /province/reminders
window province /province/window
contacts province /province/contacts
setting province /province/setting
own province /province/own
submission province /province/submission
overview ministry /ministry/overview
submissions ministry /ministry/submissions
provinces ministry /ministry/accounts
'

# Parameters in addresses that no form of these pages sends, for sqlmap; WHO METHOD PATH FIELDS. The forms are read from the pages.
PARAMETERS='
stranger GET /?province=1
stranger GET /contacts?province=1
stranger GET /verify?no=SX20201106-00001&code=ABCDEF
stranger POST /sign-in door=SCHOOL&userName=4114013528&password=x&captcha=x&captchaId=x
school GET /school/clauses/3*
school GET /school/notes/3.1*
school POST /school/presence page=6b0a5d3e-0c0b-4d8e-8a46-0f0d3f5d8a10&item=1&intent=FILE&since=0
province GET /province/schools?words=a&kind=COLLEGE&city=a&standing=SUBMITTED&least=1&most=9&order=CODE&after=1&before=1
province GET /province/rows?words=a&kind=COLLEGE&city=a&stage=SUBMITTED&item=1&school=1&least=1&most=9&opinion=NONE&order=SCHOOL&after=1&before=1
province GET /province/desk?kind=COLLEGE
province GET /province/register?words=a&kind=COLLEGE&city=a&closed=true
province GET /province/accounts?words=a&kind=COLLEGE&city=a&state=a
province GET /province/rows/1*
province GET /province/schools/1*
province POST /province/rows/export filter=words%3Da&order=SCHOOL
province POST /province/schools/export filter=words%3Da&order=CODE
province POST /province/decisions row=1&version=1&step=RETURN&reason=a
ministry GET /ministry/submissions/1*
school GET /jobs/1*
'

findings=()
note() { findings+=("$(printf '| %s | %s | %s |' "$1" "$2" "$3")"); }
summary() {
  printf '\n| tool | findings | what |\n| --- | --: | --- |\n'
  printf '%s\n' "${findings[@]}"
}

wants() { [ -z "$only" ] || [ "$only" = "$1" ]; }
wanted() {
  case $1 in
    sqlmap) wants sql ;;
    slowhttptest) wants slow ;;
    *) wants "$1" ;;
  esac
}

# Counts without failing where there is none.
count_lines() { awk -v what="$1" 'index($0, what) { n++ } END { print n + 0 }' "$2"; }

token() { sed -n 's/.*name="_csrf"[^>]*value="\([^"]*\)".*/\1/p' "$1" | head -n 1; }

# Signs in, with a password of its own from the first time on; the cookies are kept under the name.
sign_in() {
  local door=$1 user=$2 jar=$work/$3.jar page=$work/page.html password=Abc12345xyz
  rm -f "$jar"
  curl -s -c "$jar" -b "$jar" -o "$page" "$url/"
  for word in "$password" 123456; do
    curl -s -c "$jar" -b "$jar" -o /dev/null "$url/sign-in" \
      -d door="$door" -d userName="$user" -d password="$word" -d captcha=x --data-urlencode _csrf="$(token "$page")"
    curl -s -L -c "$jar" -b "$jar" -o "$page" -w '%{url_effective}' "$url/" >"$work/where"
    grep -q first-password "$work/where" && break
    [ "$(cat "$work/where")" != "$url/" ] && return 0
  done
  curl -s -c "$jar" -b "$jar" -o /dev/null "$url/account/first-password" \
    -d oldPassword=123456 -d newPassword="$password" -d newPasswordAgain="$password" \
    --data-urlencode name=周敏 -d officePhone=0311-66005555 -d mobile=13800000001 \
    --data-urlencode _csrf="$(token "$page")"
  curl -s -L -c "$jar" -b "$jar" -o "$page" -w '%{url_effective}' "$url/" >"$work/where"
  grep -q -e first-password -e "^$url/\$" "$work/where" && die "Cannot sign in as $user."
  return 0
}

cookies() { awk '!/^# / && NF >= 7 { printf "%s%s=%s", sep, $6, $7; sep = "; " }' "$work/$1.jar" 2>/dev/null || true; }

fetch_pages() {
  local name who path
  while read -r name who path; do
    [ -n "$name" ] || continue
    curl -s -b "$work/$who.jar" -o "$work/pages/$who.$name.html" "$url$path"
  done <<<"$PAGES"
}

check_html() {
  say "== Nu HTML checker"
  maven -q -f src/attack/pom.xml dependency:copy-dependencies -DoutputDirectory="$work/nu" >&2
  timeout 180 "$JAVA_HOME/bin/java" -Xss2m -cp "$work/nu/*" nu.validator.client.SimpleCommandLineValidator \
    --format gnu "$work/pages" >"$work/reports/html.txt" 2>&1 || true
  sed -i "s#file:$work/pages/##" "$work/reports/html.txt"
  # Answered in docs/security.md: the roles that keep a table a table on a phone, and htmx's own attributes.
  grep -v -e 'The “role” attribute must not be used on a “t' -e 'role is unnecessary' -e 'Attribute “hx-' \
    "$work/reports/html.txt" >"$work/reports/html-unanswered.txt" || true
  note "Nu HTML checker" "$(count_lines error: "$work/reports/html-unanswered.txt")" \
    "errors in $(ls "$work/pages" | wc -l) pages; $(count_lines 'info warning' "$work/reports/html-unanswered.txt") warnings; $(($(wc -l <"$work/reports/html.txt") - $(wc -l <"$work/reports/html-unanswered.txt"))) of answered kinds"
}

try_sql() {
  say "== sqlmap"
  local who method target fields begun=$SECONDS tried=0 short=0 left=0 options
  : >"$work/reports/sqlmap.txt"
  while read -r who method target fields; do
    [ -n "$who" ] || continue
    if [ $((SECONDS - begun)) -gt 480 ]; then left=$((left + 1)); continue; fi
    curl -s -b "$work/$who.jar" -c "$work/$who.jar" -o "$work/page.html" "$url/$([ "$who" = stranger ] || printf account/password)"
    options=(--cookie "$(cookies "$who")")
    if [ "$method" = POST ]; then
      options+=(--data "$fields" --headers "X-CSRF-TOKEN: $(token "$work/page.html")")
    fi
    tried=$((tried + 1))
    printf '### %s %s %s\n' "$who" "$method" "$target" >>"$work/reports/sqlmap.txt"
    timeout 120 sqlmap -u "$url$target" "${options[@]}" --batch --dbms PostgreSQL --technique BEUST --level 1 --risk 1 \
      --time-sec 2 --ignore-code 401,403,404,409,422 --skip _csrf --param-exclude '^(login|csrf)$' --flush-session \
      --disable-coloring --output-dir "$work/sqlmap" </dev/null >>"$work/reports/sqlmap.txt" 2>&1 || { [ $? != 124 ] || short=$((short + 1)); }
  done <<<"$PARAMETERS
$("$JAVA_HOME/bin/java" src/attack/Forms.java "$work"/pages/*.html)"
  note sqlmap "$(count_lines 'is vulnerable' "$work/reports/sqlmap.txt")" "parameters injectable, of $tried addresses and forms tried ($short cut short, $left left out for want of time)"
}

run_wapiti() {
  say "== wapiti"
  local who start total=0 found
  for who in stranger school province ministry; do
    start=$url/
    case $who in school) start=$url/school/undertakings ;; province) start=$url/province/schools ;; ministry) start=$url/ministry/overview ;; esac
    timeout 120 /usr/bin/python3 src/attack/wapiti.py -u "$start" --scope domain -m "csp,http_headers,cookieflags,csrf,crlf,exec,file,sql,xss,redirect,ssrf,xxe,methods,backup" \
      -x "$url/sign-out" -H "Cookie: $(cookies "$who")" --max-scan-time 60 --max-attack-time 15 --max-links-per-page 60 -t 5 \
      --flush-session --no-bugreport --verify-ssl 0 -v 0 --store-session "$work/wapiti" \
      -f json -o "$work/reports/wapiti-$who.json" </dev/null >"$work/reports/wapiti-$who.txt" 2>&1 || true
    if [ -s "$work/reports/wapiti-$who.json" ]; then
      found=$(count_lines '"info":' "$work/reports/wapiti-$who.json")
      note "wapiti as $who" "$found" "$(awk -F '"' '/"info":/ { print $4 }' "$work/reports/wapiti-$who.json" | sort | uniq -c | awk '{ $1 = $1; printf "%s%s", sep, $0; sep = "; " }')"
    else
      note "wapiti as $who" "?" "no report: see wapiti-$who.txt"
    fi
  done
}

# The worst of twenty pages asked for one after the other, in milliseconds.
slowest() {
  local n
  for n in $(seq 20); do
    curl -s -m 20 -b "$work/school.jar" -o /dev/null -w '%{time_total}\n' "$url/school/undertakings" || printf '20\n'
  done | sort -n | tail -n 1 | awk '{ printf "%d", $1 * 1000 }'
}

run_slow() {
  say "== slowhttptest"
  local kind before during
  slowest >/dev/null
  before=$(slowest)
  for kind in H B X; do
    timeout 60 slowhttptest "-$kind" -c 500 -r 200 -i 3 -l 30 -p 3 -x 24 -s 8192 -w 10 -y 20 -n 5 -z 32 -k 3 \
      -u "$url/$([ "$kind" = B ] && printf sign-in)" </dev/null >"$work/reports/slow-$kind.txt" 2>&1 &
    local attacker=$!
    sleep 8
    during=$(slowest)
    wait "$attacker" || true
    note "slowhttptest -$kind" "$([ "$during" -gt 1000 ] && printf 1 || printf 0)" \
      "slowest of 20 pages: $before ms alone, $during ms beside 500 slow connections"
  done
}

check_code() {
  say "== find-sec-bugs"
  if [ ! -d target/classes ]; then maven -q -DskipTests compile >&2; fi
  timeout 400 mvn -B -q -Dstyle.color=never -Pattack spotbugs:spotbugs >"$work/reports/spotbugs.txt" 2>&1 || true
  if [ ! -f target/spotbugsXml.xml ]; then note find-sec-bugs "?" "no report: see spotbugs.txt"; return; fi
  cp target/spotbugsXml.xml "$work/reports/"
  grep -o "<BugInstance[^>]*" target/spotbugsXml.xml | sed "s/.* type=.\([A-Z_0-9]*\).*/\1/" | sort | uniq -c |
    awk '{ $1 = $1; print }' >"$work/reports/find-sec-bugs.txt" || true
  note find-sec-bugs "$(awk '{ n += $1 } END { print n + 0 }' "$work/reports/find-sec-bugs.txt")" \
    "$(awk '{ printf "%s%s", sep, $0; sep = "; " }' "$work/reports/find-sec-bugs.txt")"
}
