mkdir -p d w; echo 1 > w/1.txt; echo 2 > w/2.txt; echo in > d/in.tar; (cd w && tar -cf ../top.tar 2.txt)
cat > Dockerfile <<'EOF'
FROM busybox
ADD d /d
ADD w/*.txt top.tar /mix/
ADD *.tar /wild/
ADD ["w/1.txt", "/j son/"]
EOF
### build
docker build -q -t t . && docker run --rm t find /d /mix /wild '/j son' | sort
docker history --format '{{.CreatedBy}}' --no-trunc t
### file without slash
printf 'FROM busybox\nADD w d /nodir\n' > D2; docker build -q -f D2 . > /dev/null 2>&1; echo "exit $?"
