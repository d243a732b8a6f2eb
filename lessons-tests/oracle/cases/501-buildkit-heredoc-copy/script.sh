echo ctx > f
cat > Dockerfile <<'XX'
FROM busybox
ARG V=val
COPY <<EOF /one.txt
plain $V ${V:-d} \$V
  indented
EOF
COPY <<'EOF' /two.txt
raw $V \n
EOF
COPY <<a.txt <<"b.txt" f /dir/
first $V
a.txt
second $V
b.txt
COPY --chown=5:6 --chmod=750 <<-EOF /bin/tool
	#!/bin/sh
	echo tool
	EOF
ADD <<EOF /added
added
EOF
COPY <<EOF /empty
EOF
XX
### build
docker build -q -t t .
docker run --rm t sh -c 'cat /one.txt /two.txt /dir/*; tool; cat /added; stat -c "%n %a %u:%g %s" /one.txt /bin/tool /empty /dir/a.txt'
docker history --no-trunc --format '{{.CreatedBy}}' t
