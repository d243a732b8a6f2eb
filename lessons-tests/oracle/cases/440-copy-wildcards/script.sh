mkdir -p d1 d2/sub e; touch a1 a2 b1 .hid 'x y' d1/in d2/sub/in e/a9 'q[1]'
cat > Dockerfile <<'EOF'
FROM busybox
COPY a? /q/
COPY [ab]1 /set/
COPY d* /dirs/
COPY * /all/
COPY */in /below/
COPY [!ab]* /neg/
EOF
### build
docker build -q -t t .
docker run --rm t sh -c 'for d in q set dirs all below neg; do echo "$d: $(cd /$d && find . | sort | tr "\n" " ")"; done'
### no match
printf 'FROM busybox\nCOPY z* /z/\n' > D2
docker build -q -f D2 . > /dev/null 2>&1; echo "exit $?"
### escaped bracket
printf 'FROM busybox\nCOPY q[[]1] /z/\n' > D3
docker build -q -f D3 -t u . > /dev/null 2>&1 && docker run --rm u ls /z
### bad pattern
printf 'FROM busybox\nCOPY q[ /z/\n' > D4
docker build -q -f D4 . > /dev/null 2>&1; echo "exit $?"
### several matches without a slash
printf 'FROM busybox\nCOPY a* /file\n' > D5
docker build -q -f D5 . > /dev/null 2>&1; echo "exit $?"
