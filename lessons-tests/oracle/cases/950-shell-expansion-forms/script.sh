cat > s.sh <<'EOS'
unset u; e=; v=hello.tar.gz; p=/usr/local/lib/x
echo "[${u-d}] [${u:-d}] [${e-d}] [${e:-d}] [${u+a}] [${e+a}] [${e:+a}] [${v:+a}]"
echo "${v%.*} ${v%%.*} ${v#*.} ${v##*.} ${p##*/} ${p%/*} ${#v} ${#p}"
echo "${v/l/L} ${v//l/L} ${v/#h/H} ${v/%gz/xz} ${v/x/} ${v//[aeiou]/_} ${v/./}"
echo "${v:1} ${v:1:3} ${v:0:0}| ${v: -2} ${v:2:-2}"
: "${new:=made}"; echo $new; echo ${u:=x y}; set -- $u; echo $#
set -- a 'b c' d; echo "$*" $* "$@" ${#} $#; IFS=-; echo "$*"; echo $*; unset IFS; echo "${@:2}" 2>/dev/null
for i in "$@"; do printf '<%s>' "$i"; done; echo; for i in $*; do printf '<%s>' "$i"; done; echo; for i do printf '(%s)' "$i"; done; echo
x='a b'; y=x; eval echo \$$y; echo "${x}c" $x"c" '$x' "\$x" "a'b" 'a"b' "a\\b" a\ b; echo "$(echo "$x")" `echo \`echo deep\``
echo ${v%"${v#??}"} ${v%${v#?}}; z='*'; echo "$z" | cat; cd /etc; echo pass*; echo "pass*" pass\*; echo [gp]*d ?roup nomatch*; cd /
echo ~ ~root ~/x "~" a~; HOME=/h; echo ~; echo $((1+2*3)) $((7/2)) $((-7/2)) $((7%3)) $((1<<4)) $((0x1f)) $((010)) $((5>3?1:0)) $((x1=4)) $x1 $((x1++)) $x1 $((~5)) $((!0)) $((2**3)) $((1,2))
(echo ${u2:?custom message}) ; echo "exit $?"; (echo ${u3?}) ; echo "exit $?"; (set -u; echo $u4) ; echo "exit $?"
EOS
### run
docker run --rm -v "$PWD:/s:ro" busybox sh /s/s.sh
### as a step
printf 'FROM busybox\nCOPY s.sh /\nRUN sh /s.sh > /out 2>&1\n' > Dockerfile; docker build -q -t t . > /dev/null; docker run --rm t cat /out
