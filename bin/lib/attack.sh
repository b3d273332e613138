# The single attacks of bin/attack, and how each says what it found. Sourced, not run.

# Pages of every kind, signed in as whom, for the HTML checker; NAME WHO PATH, with the first {school} of the province.
PAGES='
entrance stranger /
verify stranger /verify
contacts stranger /contacts?province={province}
published stranger /published
not-found school /none
form school /school/undertakings
preview school /school/preview
returned school /school/returned
missing school /school/filing/check
past school /school/past
audit school /school/audit
security school /account/security
upload school /school/filing/upload
school-contacts school /school/contacts
colleagues school /school/colleagues
note school /school/notes/3.1
password school /account/password
jobs school /jobs
clauses school /school/clauses/1
unit province /province/register/{school}
merge province /province/register/{school}/merge
school province /province/schools/{school}
extension province /province/schools/{school}/extension
phrases province /province/phrases
task province /province/clauses/1
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
past province /province/past
adjustments province /province/adjustments
audit province /province/audit
security province /account/security
second-factor province /account/second-factor
schools city /city/schools
school city /city/schools/{school}
contacts city /city/contacts
audit city /city/audit
overview ministry /ministry/overview
provinces ministry /ministry/provinces
province ministry /ministry/provinces/140000
item ministry /ministry/items/3.1
item-province ministry /ministry/items/3.1/provinces/140000
school ministry /ministry/schools/4114013528
submissions ministry /ministry/submissions
accounts ministry /ministry/accounts
plans ministry /ministry/plans
plan ministry /ministry/plans/1
amendments ministry /ministry/plans/1/amendments
task ministry /ministry/plans/1/tasks/1
new-task ministry /ministry/plans/1/tasks
new-item ministry /ministry/plans/1/tasks/1/items
plan-item ministry /ministry/plans/1/items/1
area ministry /ministry/plans/1/areas/1
plan-import ministry /ministry/plans/import
past ministry /ministry/past
publication ministry /ministry/publication
preview ministry /ministry/publication/preview
adjustments ministry /ministry/adjustments
audit ministry /ministry/audit
'

# What no form of these pages sends as it stands: filters, ids in addresses, buttons with an address of their own, what scripts send,
# forms that are shown only at another time of the year; WHO METHOD PATH FIELDS. The other forms are read from the pages.
PARAMETERS='
stranger GET /?province=1
stranger GET /contacts?province=1
stranger GET /verify?no=SX20201106-00001&code=ABCDEF
stranger GET /published/1*
stranger POST /sign-in door=SCHOOL&userName=4114013528&password=x&captcha=x&captchaId=x
stranger POST /sign-in/code code=123456
school GET /school/clauses/3*
school GET /school/notes/3.1*
school GET /school/past/1*
school GET /school/audit?who=a&action=a&subject=a&field=a&result=DONE&from=2020-01-01&to=2020-01-02&older=1&newer=1
school GET /school/filing/upload/1*
school GET /jobs/1*
school POST /account/logins/999999*/end x=1
school POST /account/logins/others x=1
school POST /account/first-password oldPassword=a&newPassword=b&newPasswordAgain=b&name=a&officePhone=1&mobile=1&privacy=read
school POST /jobs/999999*/stop x=1
school POST /jobs/999999*/file x=1
school POST /school/presence page=6b0a5d3e-0c0b-4d8e-8a46-0f0d3f5d8a10&item=1&intent=FILE&since=0
school POST /school/presence/end page=6b0a5d3e-0c0b-4d8e-8a46-0f0d3f5d8a10
school POST /school/undertakings/check version-1=0&on-1=1&quantity-1=1&self-raised-1=1
school POST /school/undertakings/submission version-1=0&on-1=1&quantity-1=1&self-raised-1=1
school POST /school/withdrawal x=1
school POST /school/returned version-1=0&on-1=1&quantity-1=1&self-raised-1=1&industry-1=1&sponsor-1=1&local-1=1
school POST /school/returned/submission version-1=0&on-1=1&quantity-1=1&self-raised-1=1&industry-1=1&sponsor-1=1&local-1=1
school POST /school/filing/upload/999999*/saving seen=1&take=1
school POST /school/filing/upload/999999*/discard x=1
school POST /school/reminders/999999*/read back=a
school POST /school/adjustments/999999*/read back=a
school POST /school/dossier x=1
school POST /school/colleagues/999999* name=a&mobile=1&role=FILLER
school POST /school/colleagues/999999*/disable x=1
school POST /school/colleagues/999999*/enable x=1
school POST /school/colleagues/999999*/reset x=1
city GET /city/schools?words=a&standing=a&after=1
city GET /city/schools/1*
city GET /city/audit?who=a&action=a&subject=a&field=a&result=DONE&from=2020-01-01&to=2020-01-02&older=1&newer=1
city POST /city/schools/999999*/opinions row=1&version=1&opinion=AGREE&reason=a&back=a
city POST /city/schools/999999*/mobile x=1
province GET /province/schools?words=a&kind=COLLEGE&city=a&standing=SUBMITTED&least=1&most=9&sort=CODE&after=1&before=1
province GET /province/rows?words=a&kind=COLLEGE&city=a&stage=SUBMITTED&item=1&school=1&least=1&most=9&changed=1&resubmitted=true&marked=true&opinion=NONE&spoken=1&sort=SCHOOL&after=1&before=1
province GET /province/desk?kind=COLLEGE
province GET /province/register?words=a&kind=COLLEGE&city=a&closed=true
province GET /province/accounts?words=a&kind=COLLEGE&city=a&state=a
province GET /province/audit?who=a&action=a&subject=a&field=a&result=DONE&from=2020-01-01&to=2020-01-02&older=1&newer=1
province GET /province/rows/1*
province GET /province/schools/{school}*
province GET /province/register/{school}*
province GET /province/register/import/1*
province GET /province/past/1*/schools/1*
province GET /province/adjustments/1*
province GET /province/reminders/1*
province GET /province/submission/1*/workbook
province POST /account/second-factor/confirmation code=123456
province POST /account/second-factor/removal password=a&code=123456
province POST /province/rows/export filter=words%3Da&order=SCHOOL
province POST /province/schools/export filter=words%3Da&order=CODE
province POST /province/decisions row=1&version=1&step=RETURN&reason=a
province POST /province/decisions/undo decision=1&row=1&version=1&back=a
province POST /province/desk/looked x=1
province POST /province/schools/999999*/dossier x=1
province POST /province/schools/999999*/extension/end x=1
province POST /province/submission seen=a
province POST /province/adjustments x=1
province POST /province/adjustments/999999* deed=save&version=0&reason=a&letter=a&school=1&item=1&quantity-1=1&self-raised-1=1
province POST /province/adjustments/999999*/scan x=1
province POST /province/adjustments/999999*/withdrawal x=1
province POST /province/adjustments/999999*/discard x=1
province POST /province/accounts/batches scope=SCHOOLS&fixed=false&school=1
province POST /province/accounts/resets school=1&reason=a
province POST /province/accounts/999999*/disable x=1
province POST /province/accounts/999999*/enable x=1
province POST /province/officers/999999*/disable x=1
province POST /province/officers/999999*/enable x=1
province POST /province/officers/999999*/reset x=1
province POST /province/officers/cities/999999* x=1
province POST /province/phrases/999999*/removal x=1
province POST /province/register/import closeAbsent=true
province POST /province/register/import/999999*/confirmation seen=a
province POST /province/register/import/999999*/discard x=1
province POST /province/register/999999*/merge into=1&seen=a&reason=a
province POST /province/register/999999*/reopening version=1
ministry GET /ministry/overview?by=FUNDS
ministry GET /ministry/provinces/140000*
ministry GET /ministry/provinces/140000/cities/a*
ministry GET /ministry/schools/4114013528*
ministry GET /ministry/items/3.1*
ministry GET /ministry/items/3.1*/provinces/140000*/cities/a*
ministry GET /ministry/past/1*/provinces/140000*
ministry GET /ministry/submissions/1*
ministry GET /ministry/adjustments/1*
ministry GET /ministry/plans/1*/items/1*
ministry GET /ministry/audit?who=a&action=a&subject=a&field=a&result=DONE&from=2020-01-01&to=2020-01-02&older=1&newer=1
ministry POST /ministry/accounts/999999*/open x=1
ministry POST /ministry/accounts/999999*/reset x=1
ministry POST /ministry/adjustments/999999*/consent version=1
ministry POST /ministry/adjustments/999999*/refusal version=1&reason=a
ministry POST /ministry/submissions/999999*/return reason=a
ministry POST /ministry/submissions/999999*/acceptance x=1
ministry POST /ministry/submissions/999999*/acceptance/undo x=1
ministry POST /ministry/publication seen=a&title=a&reason=a
ministry POST /ministry/plans/999999*/opening seen=a&confirmed=a&reason=a
ministry POST /ministry/plans/2*/discard confirmed=a
ministry POST /ministry/plans/import code=a&title=a
ministry POST /ministry/plans/import/999999*/confirmation x=1
ministry POST /ministry/plans/import/999999*/discard x=1
ministry POST /ministry/overview/export x=1
ministry POST /ministry/overview/reconcile x=1
'

findings=()
note() {
  findings+=("$(printf '| %s | %s | %s |' "$1" "$2" "$3")")
  say "$1: $2 ($3)"
}
summary() {
  printf '\n| tool | findings | what |\n| --- | --: | --- |\n'
  printf '%s\n' "${findings[@]}"
}

# All together within 20 minutes: each tool has its own bound, and none gets more than what is left.
begin_time() { SECONDS=0; }
bound() {
  local left=$((1170 - SECONDS))
  if [ "$left" -lt 5 ]; then left=5; fi
  printf '%d\n' "$(($1 < left ? $1 : left))"
}

# A tool by others, which keeps its own files here too.
tool() { HOME=$work/home XDG_CONFIG_HOME=$work/home XDG_DATA_HOME=$work/home XDG_CACHE_HOME=$work/home TMPDIR=$work/home "$@"; }

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
    --data-urlencode name=周敏 -d officePhone=0311-66005555 -d mobile=13800000001 -d privacy=read \
    --data-urlencode _csrf="$(token "$page")"
  curl -s -L -c "$jar" -b "$jar" -o "$page" -w '%{url_effective}' "$url/" >"$work/where"
  grep -q -e first-password -e "^$url/\$" "$work/where" && return 1
  return 0
}

sign_in_all() {
  sign_in SCHOOL 4114013528 school && sign_in PROVINCE 140000 province && sign_in PROVINCE 140100 city && sign_in MINISTRY moe ministry || die "Cannot sign in."
}

cookies() { awk '!/^# / && NF >= 7 { printf "%s%s=%s", sep, $6, $7; sep = "; " }' "$work/$1.jar" 2>/dev/null || true; }

fetch_pages() {
  local name who path
  curl -s -b "$work/province.jar" "$url/province/schools" | sed -n 's#.*href="/province/schools/\([0-9]*\)".*#\1#p' | sed -n 1p >"$work/school"
  while read -r name who path; do
    [ -n "$name" ] || continue
    curl -s -b "$work/$who.jar" -o "$work/pages/$who.$name.html" "$url$path"
  done <<<"${PAGES//\{school\}/$(cat "$work/school")}"
}

check_html() {
  say "== Nu HTML checker"
  maven -q -f src/attack/pom.xml dependency:copy-dependencies -DoutputDirectory="$work/nu" >&2
  timeout "$(bound 150)" "$JAVA_HOME/bin/java" -Xss2m -cp "$work/nu/*" nu.validator.client.SimpleCommandLineValidator \
    --format gnu "$work/pages" >"$work/reports/html.txt" 2>&1 || true
  rm -rf "$work/nu"
  sed -i "s#\"*file:$work/pages/##" "$work/reports/html.txt"
  # Answered in docs/security.md: the roles that keep a table a table on a phone, and htmx's own attributes.
  grep -v -e 'The “role” attribute must not be used on a “t' -e 'role is unnecessary' -e 'Attribute “hx-' \
    "$work/reports/html.txt" >"$work/reports/html-unanswered.txt" || true
  note "Nu HTML checker" "$(count_lines error: "$work/reports/html-unanswered.txt")" \
    "errors in $(ls "$work/pages" | wc -l) pages; $(count_lines 'info warning' "$work/reports/html-unanswered.txt") warnings; $(($(wc -l <"$work/reports/html.txt") - $(wc -l <"$work/reports/html-unanswered.txt"))) of answered kinds"
}

# One address or form: NUMBER WHO METHOD TARGET FIELDS.
try_one() {
  local report=$work/sql/$1 who=$2 method=$3 target=$4 fields=$5 options
  options=(--cookie "$(cookies "$who")")
  if [ "$method" = POST ]; then
    options+=(--data "$fields" --headers "X-CSRF-TOKEN: $(cat "$work/$who.token")")
  fi
  printf '### %s %s %s %s\n' "$who" "$method" "$target" "$fields" >"$report"
  tool timeout "$(bound 200)" sqlmap -u "$url$target" "${options[@]}" --batch --dbms PostgreSQL --technique BEUST --level 1 --risk 1 \
    --time-sec 2 --ignore-code 401,403,404,409,422 --skip _csrf --param-exclude '^(login|csrf)$' --flush-session --keep-alive \
    --disable-coloring --output-dir "$work/home/sqlmap-$1" </dev/null >>"$report" 2>&1 || { [ $? != 124 ] || echo '### cut short' >>"$report"; }
}

# Whatever takes input: the list above, and the forms of the pages; last what shuts a signed-in officer out.
list_targets() {
  {
    printf '%s\n' "${PARAMETERS//\{school\}/$(cat "$work/school")}"
    "$JAVA_HOME/bin/java" src/attack/Forms.java "$work"/pages/*.html
  } | awk 'NF == 0 { next } / \/(account|ministry\/accounts)\// { late = late $0 "\n"; next } { print } END { printf "%s", late }' >"$work/targets"
}

# Whose sign-in did not last: what was tried in their name after that met the entrance only.
signed_out() {
  local who
  for who in school city province ministry; do
    [ "$(curl -s -b "$work/$who.jar" -o /dev/null -w '%{http_code}' "$url/account/password")" = 200 ] || printf ' %s' "$who"
  done
}

# The routes that write, as the test that knows them all has them, less those among the targets.
untried() {
  comm -23 <(awk '$1 == "POST" { print $2 }' src/test/java/org/chengjie/web/RoutesTest.java | sed -E 's/\{[^}]*\}+/#/g' | sort -u) \
    <(awk '$2 == "POST" { print $3 }' "$work/targets" | sed -E 's#\?.*##; s#/[0-9.]+\*?(/|$)#/\#\1#g' | sort -u)
}

try_sql() {
  say "== sqlmap"
  local who method target fields n=0 left=0 until=$((SECONDS + $(bound 600))) running=() pid
  mkdir -p "$work/sql"
  list_targets
  untried >"$work/reports/sqlmap-untried.txt"
  for who in stranger school city province ministry; do
    curl -s -b "$work/$who.jar" -c "$work/$who.jar" -o "$work/page.html" "$url/$([ "$who" = stranger ] || printf account/password)"
    token "$work/page.html" >"$work/$who.token"
  done
  while read -r who method target fields; do
    [ -n "$who" ] || continue
    if [ "$SECONDS" -ge "$until" ]; then left=$((left + 1)); continue; fi
    n=$((n + 1))
    try_one "$n" "$who" "$method" "$target" "$fields" &
    running+=($!)
    if [ "${#running[@]}" -ge 3 ]; then
      wait -n "${running[@]}" || true
      local still=()
      for pid in "${running[@]}"; do if kill -0 "$pid" 2>/dev/null; then still+=("$pid"); fi; done
      running=(${still[@]+"${still[@]}"})
    fi
  done <"$work/targets"
  for pid in ${running[@]+"${running[@]}"}; do wait "$pid" || true; done
  say "signed out meanwhile:$(signed_out)"
  cat "$work"/sql/* >"$work/reports/sqlmap.txt"
  note sqlmap "$(count_lines 'is vulnerable' "$work/reports/sqlmap.txt")" \
    "parameters injectable, of $(count_lines 'does not seem to be injectable' "$work/reports/sqlmap.txt") tried in $n addresses and forms ($(count_lines '### cut short' "$work/reports/sqlmap.txt") cut short, $left left out for want of time; $(wc -l <"$work/reports/sqlmap-untried.txt") writing routes of the product among none of them)"
}

run_wapiti() {
  say "== wapiti"
  local who start found
  # What sqlmap did with its sign-ins is its own affair.
  sign_in_all
  for who in stranger school province ministry; do
    start=$url/
    case $who in school) start=$url/school/undertakings ;; province) start=$url/province/schools ;; ministry) start=$url/ministry/overview ;; esac
    tool timeout "$(bound 100)" /usr/bin/python3 src/attack/wapiti.py -u "$start" --scope domain -m "csp,http_headers,cookieflags,csrf,crlf,exec,file,xss,permanentxss,redirect,methods" \
      -x "$url/sign-out" -H "Cookie: $(cookies "$who")" --max-scan-time 25 --max-attack-time 5 --max-links-per-page 60 -t 5 \
      --flush-session --no-bugreport --verify-ssl 0 -v 0 --store-session "$work/home/wapiti" \
      -f json -o "$work/reports/wapiti-$who.json" </dev/null >"$work/reports/wapiti-$who.txt" 2>&1 || true
    if [ -s "$work/reports/wapiti-$who.json" ]; then
      found=$(count_lines '"info":' "$work/reports/wapiti-$who.json")
      note "wapiti as $who" "$found" "$(awk -F '"' '/"info":/ { print $4 }' "$work/reports/wapiti-$who.json" | sort | uniq -c | awk '{ $1 = $1; printf "%s%s", sep, $0; sep = "; " }')"
    else
      note "wapiti as $who" "?" "no report: see wapiti-$who.txt"
    fi
  done
}

run_slow() {
  say "== slowhttptest"
  local saves alone beside kind attacker bytes
  coproc SAVES { "$JAVA_HOME/bin/java" src/bench/Saves.java "$url" 4114013528 2>"$work/reports/saves.txt"; }
  saves=$SAVES_PID
  read -r alone <&"${SAVES[0]}" || { note slowhttptest "?" "nobody could save: see saves.txt"; return; }
  echo 10 >&"${SAVES[1]}"
  read -r alone <&"${SAVES[0]}"
  # Slow headers, slow bodies, slow bodies that are said to be large, slow readers.
  for kind in H "B -s 8192" "B -s 1000000" X; do
    # shellcheck disable=SC2086
    tool timeout "$(bound 45)" slowhttptest -$kind -c 500 -r 200 -i 3 -l 20 -p 3 -x 24 -w 10 -y 20 -n 5 -z 32 -k 3 \
      -u "$url/$([ "${kind#B}" = "$kind" ] || printf sign-in)" </dev/null >"$work/reports/slow-${kind// /}.txt" 2>&1 &
    attacker=$!
    sleep 5
    echo 10 >&"${SAVES[1]}"
    if ! read -r beside <&"${SAVES[0]}"; then
      wait "$attacker" || true
      note "slowhttptest -$kind" 1 "saves failed: see saves.txt"
      return
    fi
    wait "$attacker" || true
    # shellcheck disable=SC2086
    note "slowhttptest -$kind" "$(slower $alone $beside)" "$(told "alone" $alone); $(told "beside 500 slow connections" $beside)"
  done
  eval "exec ${SAVES[1]}>&-"
  wait "$saves" || true
}

# 1 where the 99th percentile of saves has more than doubled. COUNT MEDIAN P99 WORST, twice
slower() { printf '%d' "$(($7 > 2 * $3 && $7 > 20))"; }
told() { printf '%s: %d saves, median %d ms, p99 %d ms, worst %d ms' "$@"; }

check_code() {
  say "== find-sec-bugs"
  maven -q -DskipTests compile >&2
  rm -f target/spotbugsXml.xml
  timeout "$(bound 270)" mvn -B -q -Dstyle.color=never -Pattack spotbugs:spotbugs >"$work/reports/spotbugs.txt" 2>&1 || true
  if [ ! -f target/spotbugsXml.xml ]; then note find-sec-bugs "?" "no report: see spotbugs.txt"; return; fi
  mv target/spotbugsXml.xml "$work/reports/"
  grep -o "<BugInstance[^>]*" "$work/reports/spotbugsXml.xml" | sed "s/.* type=.\([A-Z_0-9]*\).*/\1/" | sort | uniq -c |
    awk '{ $1 = $1; print }' >"$work/reports/find-sec-bugs.txt" || true
  note find-sec-bugs "$(awk '{ n += $1 } END { print n + 0 }' "$work/reports/find-sec-bugs.txt")" \
    "$(awk '{ printf "%s%s", sep, $0; sep = "; " }' "$work/reports/find-sec-bugs.txt")"
}
