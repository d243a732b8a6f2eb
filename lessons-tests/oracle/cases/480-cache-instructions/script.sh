t() { printf 'FROM busybox\n%b\nRUN echo end > /end\n' "$1" > Dockerfile; docker build -q -t $2 . > /dev/null; docker image inspect -f '{{index .RootFS.Layers (len (slice .RootFS.Layers 1))}}' $2 > $2.l; }
same() { cmp -s $1.l $2.l && echo same || echo differs; }
t 'RUN echo a > /a' r1
### comment and blank lines
t '# comment\n\nRUN echo a > /a' r2; same r1 r2
### lower case
t 'run echo a > /a' r3; same r1 r3
### continuation
t 'RUN echo a \\\\\n > /a' r4; docker history --format '{{.CreatedBy}}' r4 | head -n 2
### more spaces
t 'RUN echo  a > /a' r5; docker history --format '{{.CreatedBy}}' r5 | head -n 2
### exec form
t 'RUN ["sh","-c","echo a > /a"]' r6; docker history --format '{{.CreatedBy}}' r6 | head -n 2
