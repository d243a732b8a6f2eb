cat > Dockerfile <<'EOF'
FROM busybox
ENV A=1
RUN echo a rather long command that will be cut short in the table > /x && true
COPY Dockerfile /
CMD ["sh", "-c", "echo hi"]
EOF
### build
docker build -q -t t . > /dev/null; docker history --format '{{.CreatedBy}}' t
### no-trunc
docker history --no-trunc --format '{{.CreatedBy}} {{.Comment}}' t
### human
docker history -H=false --format '{{.Size}}' t | head -n 4
### quiet
docker history -q t | wc -l; docker history -q --no-trunc t | head -n 1 | cut -c1-7
### table with fields
docker history --format 'table {{.Size}}\t{{.Comment}}' t
### errors
docker history; echo "exit $?"
docker history nosuch; echo "exit $?"
docker history --format '{{.Nope}}' t; echo "exit $?"
