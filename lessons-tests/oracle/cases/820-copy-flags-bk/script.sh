mkdir -p a/b/c x; echo 1 > a/1; echo 2 > a/b/2.txt; echo 3 > a/b/c/3.md; echo 4 > x/4; chmod 600 a/1; ln -s 1 a/lnk
cat > Dockerfile <<'EOD'
# syntax-free
FROM busybox
COPY --chmod=755 a/1 /m/755
COPY --chmod=0640 a /m/dir
COPY --chmod=4711 --chown=5:6 a/1 /m/suid
COPY --chown=nobody:nogroup a/1 /m/named
COPY --chown=7 a/1 /m/seven
COPY --link a /l/a
COPY --link --chmod=700 --chown=1:2 a/1 /l/one
ENV M=711
COPY --chmod=$M a/1 /m/var
ARG O=9:9
COPY --chown=$O a/1 /m/argown
EOD
### build
docker build -q -t t .; docker run --rm t sh -c 'cd /; find m l | sort | while read f; do stat -c "%a %u:%g %F %n" $f; done'
### errors
e() { printf "FROM busybox\n$1\n" > D; docker build -q -f D . > /dev/null 2> ../e; echo "$1: $?"; grep -oE 'invalid chmod parameter[^"]*|unknown flag[^"]*|failed to process.*|invalid mode[^"]*' ../e | head -n 1; }
e 'COPY --chmod=9 a/1 /'; e 'COPY --chmod=u+x a/1 /p'; e 'COPY --chmod= a/1 /'; e 'COPY --chmod=07777 a/1 /q'; e 'COPY --chmod=10000 a/1 /q'; e 'COPY --chown=ghost a/1 /'; e 'COPY --chown= a/1 /'; e 'COPY --bogus a/1 /'; e 'COPY --link=maybe a/1 /'; e 'COPY --link=false a/1 /'; e 'COPY --parents a/1 /'; e 'COPY --exclude=*.md a /'; e 'COPY --from= a/1 /'; e 'COPY --chmod=755 --chmod=700 a/1 /'; e 'ADD --keep-git-dir a/1 /'; e 'ADD --checksum=x a/1 /'; e 'ADD --unpack a/1 /'; e 'COPY --checksum=x a/1 /'
