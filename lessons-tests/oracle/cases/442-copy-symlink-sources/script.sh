mkdir -p d/sub; echo f > f; echo x > d/x; ln -s f lf; ln -s d ld; ln -s ../f d/up; ln -s nowhere d/dang; ln -s /etc/passwd d/abs; ln -s sub d/ls; echo s > d/sub/s
cat > Dockerfile <<'EOF'
FROM busybox
COPY lf /lf
COPY ld /ld
COPY ld/x /lx
COPY d /d
COPY d/ls /ls
COPY d/up /up
EOF
### build
docker build -q -t t .
docker run --rm t sh -c 'find /lf /ld /lx /d /ls /up | sort; readlink /d/abs /d/dang /d/up'
### dangling
printf 'FROM busybox\nCOPY d/dang /x\n' > D2; docker build -q -f D2 . > /dev/null 2>&1; echo "exit $?"
### absolute
printf 'FROM busybox\nCOPY d/abs /x\n' > D3; docker build -q -f D3 . > /dev/null 2>&1; echo "exit $?"
### . with links
printf 'FROM busybox\nCOPY . /all\n' > D4; docker build -q -f D4 -t u . > /dev/null; docker run --rm u sh -c 'cd /all; find . | sort; readlink lf ld'
