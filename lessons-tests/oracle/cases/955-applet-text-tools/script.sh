cat > s.sh <<'EOS'
cd /tmp; printf 'b 2\na 10\nc 1\na 10\n' > f; printf 'x:1:q\ny:2:r\n' > g
sort f; sort -r f; sort -u f; sort -k2 f; sort -k2n f; sort -k2,2nr -k1,1 f; sort -t: -k2 -r g; sort -n <<E
10
9
-1
a
E
sort -c f; echo $?; sort f | uniq; sort f | uniq -c; sort f | uniq -d; sort f | uniq -u; uniq -i <<E
A
a
E
sort -o out f; cat out; sort -f <<E
b
A
a
B
E
cut -d: -f1,3 g; cut -d: -f2- g; cut -c1-2 f; cut -c2 f; cut -d' ' -f5 f; cut -f1 f | head -n 1; cut -d: -f1 -s f g; cut -b1,3 g; tr a-z A-Z < f | head -n 1; tr -d ' ' < f | head -n 1; tr -s a <<E
aaab
E
echo hello | tr el ip; echo 'a  b' | tr -s ' ' '\n'; echo abc | tr -c 'a\n' '*'; echo 'x y' | tr '[:space:]' _; echo; echo abc | tr '[:lower:]' '[:upper:]'; echo a-b | tr -- - _; head -n 2 f; head -c 3 f; echo; head -n -2 f; tail -n 1 f; tail -n +3 f; tail -c 4 f; head -1 f; tail -2 f | head -1; wc f; wc -l < f; wc -w f; wc -c f g; wc -L f; printf 'no nl' | wc -l; paste f g; paste -d, g g; paste -s -d+ g; nl f; nl -ba g | head -n 1; echo t | tee t1 t2; cat t1 t2; echo u | tee -a t1; cat t1; fold -w 3 <<E
abcdefgh
E
rev g; tac g; seq 3; seq 2 4; seq 1 2 5; seq 3 -1 1; seq -w 8 10; seq -s, 3; printf '%s-%d|%05d|%x|%o|%c|%5s|%-5s|%.2f\n' a 5 42 255 8 xyz r l 3.14159; printf '%s\n' 1 2 3; printf '%b' 'a\tb\n'; printf '%%\n'; printf 'x\n' y; printf '%d\n' abc; echo $?; printf '%s %s\n' one; printf '\101\x42\n'; expr 1 + 2; expr 6 / 4; expr abc : 'a\(.\)'; expr length abcd; expr substr abcdef 2 3; expr 1 = 2; echo $?; expr 5 \> 3; expr a + 1; echo $?; basename /a/b.txt .txt; basename /a/; dirname /a/b/c; dirname x; yes | head -n 2; echo 'a b c' | xargs -n1 echo; printf '1\n2\n' | xargs; printf 'a b\n' | xargs -I{} echo '<{}>'; printf 'x y' | xargs -n 1 sh -c 'echo $0'; factor 12; cal 2>/dev/null | wc -l > /dev/null; od -An -c <<E
ab
E
printf 'ab' | od -x | head -n 1; printf 'abc' | hexdump -C | head -n 1; printf 'abc' | md5sum; printf abc | sha256sum | cut -c1-16; printf abc | base64; echo YWJj | base64 -d; echo; cmp f g; echo $?; cmp -s f f; echo $?; diff f g > d; echo $?; diff g g; echo $?; printf 'a\nb\n' > d1; printf 'a\nc\n' > d2; diff d1 d2; diff -u d1 d2 | tail -n 4; diff -q d1 d2; comm d1 d2 2>/dev/null; expand <<E
	t
E
strings /tmp/f | head -n 1; which ls nosuch; echo $?; env -i A=1 env; sum f > /dev/null; cksum f; split -l 2 f sp; ls sp*; shuf -n 1 d1 | wc -l; truncate -s 5 tr; wc -c < tr; date -u -d @0 +%Y-%m-%dT%H:%M:%S; date -u -d '2001-02-03 04:05:06' +%s; sleep 0; usleep 1; true; false; echo $?
EOS
docker run --rm -v "$PWD:/s:ro" busybox sh /s/s.sh; echo "exit $?"
