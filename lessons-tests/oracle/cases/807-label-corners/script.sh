cat > Dockerfile <<'EOD'
FROM busybox
ENV V=val
LABEL a=1 "b.c"="2 3" d='$V' e=$V f="$V" "$V"=key
LABEL com.example/x-y_z=1 "with space"=2 é=ü
LABEL g=line\
cont h="multi \
line" i=
LABEL j one two
LABEL a=over
LABEL k="\"quoted\"" l=\"x\" m="{\"json\": [1]}"
LABEL n="tab	x" o=a\\b p='a\b'
EOD
### build
docker build -q -t t .; echo "exit $?"
docker image inspect -f '{{range $k, $v := .Config.Labels}}{{$k}}=[{{$v}}]{{println}}{{end}}' t
docker history --no-trunc --format '{{.CreatedBy}}' t
### flags
docker build -q -t t2 --label a=flag --label new --label 'x y=z' . > /dev/null; docker image inspect -f '{{index .Config.Labels "a"}} {{index .Config.Labels "new"}} {{index .Config.Labels "x y"}}' t2
docker build -q --label = . > /dev/null 2>&1; echo "exit $?"
