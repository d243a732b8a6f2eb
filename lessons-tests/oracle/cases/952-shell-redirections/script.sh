cat > s.sh <<'EOS'
cd /tmp; echo a > f; echo b >> f; cat f; cat < f > g; wc -l < g; { echo out; echo err >&2; } > o 2> e; cat o e; { echo out; echo err >&2; } > oe 2>&1; cat oe; { echo out; echo err >&2; } 2>&1 > o2 | sed 's/^/piped /'; cat o2
{ echo 1; echo 2 >&2; } >& b1 2>/dev/null; cat b1; ls nosuch 2>/dev/null; echo $?; ls nosuch > x 2>&1; cat x; > empty; wc -c < empty; : > f; cat f; echo "no newline" > n; cat n
v=val; cat <<E
plain $v $(echo sub) \$v `echo bt` "q" 'q' \\ \
joined
E
cat <<'E'
raw $v $(x) \
E
cat <<-E
	tab stripped
	  then spaces
	E
cat <<A; cat <<B
first
A
second
B
cat <<E | tr a-z A-Z
piped
E
f() { cat; }; f <<E
to function $1
E
while read l; do echo "[$l]"; done <<E
  lead
back\slash
E
while IFS= read -r l; do echo "[$l]"; done <<E
  lead
back\slash
E
set -C; echo x > f; echo "c $?"; echo y >| f; cat f; set +C; exec 4< f; read l <&4; echo "got $l"; exec 4<&-; exec 5> five; echo to5 >&5; exec 5>&-; cat five; echo both > a1 > a2; wc -c a1 a2; cat < nosuch; echo "r $?"; echo x > /nodir/x; echo "r $?"; echo x > /etc; echo "r $?"; (echo sub; exit 3) > s; echo "$? $(cat s)"; echo start; exec > log; echo hidden; exec > /dev/stderr; echo visible
EOS
docker run --rm -v "$PWD:/s:ro" busybox sh /s/s.sh; echo "exit $?"
