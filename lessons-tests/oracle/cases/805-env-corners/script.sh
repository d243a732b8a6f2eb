cat > Dockerfile <<'EOD'
FROM busybox
ENV A=1 B="two words" C='single $A' D=$A E="$A" F=a\ b
ENV G value with   spaces  
ENV H=\$A I=\\$A J="\$A" K="a\"b" L='a"b' M=
ENV N=${A}x O=${NOPE}x P=${NOPE:-def} Q=${A:+alt} R=${NOPE:+alt} S=${A:-def}
ENV T="${P}/${Q}" U=$A$B V=$A-$B W=${A}${A}
ENV X="line1 \
line2" Y=1
ENV A=2 Z=$A
ENV AA=$A AB=$$ AC=$ AD="$" AE=\a AF="\a" AG=a=b=c
ENV PATH=/opt/bin:$PATH HOME2=$HOME
ENV lower=1 UPPER_1=2 _u=3 a.b=c
ENV EM="" SQ='' TAB="a	b"
ENV E1=${P%f} E2=${P#d} E3=${T/def/x} E4=${T//e/E} E5=${T##*/} E6=${T%%/*}
EOD
### build
docker build -q -t t .; echo "exit $?"
sed '$d' Dockerfile > D2; docker build -q -t t -f D2 .; echo "exit $?"
docker image inspect -f '{{range .Config.Env}}{{println .}}{{end}}' t | sed 's/$/|/'
docker run --rm t env | grep -v HOSTNAME | sort
### errors
e() { printf "FROM busybox\n$1\n" > Dockerfile; docker build -q . > /dev/null 2>&1; echo "exit $?"; }
e 'ENV'; e 'ENV A'; e 'ENV =x'; e 'ENV A=1 B'; e 'ENV A="x'; e 'ENV A=${'; e 'ENV A=${B'; e 'ENV A=${B:?msg}'; e 'ENV A=${B?msg}'; e 'ENV A=1\nENV B=${A:?no}'; e 'ENV A=${B:x}'; e 'ENV A=${}'; e 'ENV A=x y'; e "ENV A='x"; e 'ENV A=${B-x} C=${B+x}'
