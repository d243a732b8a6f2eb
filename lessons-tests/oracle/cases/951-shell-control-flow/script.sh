cat > s.sh <<'EOS'
for i in 1 2 3 4 5; do [ $i = 2 ] && continue; [ $i = 4 ] && break; echo $i; done; echo "left $i"
for i in a b; do for j in 1 2 3; do [ $j = 2 ] && continue 2; [ $i = b ] && break 2; echo $i$j; done; done
n=0; while [ $n -lt 3 ]; do n=$((n+1)); done; echo $n; until [ $n -eq 0 ]; do n=$((n-1)); done; echo $n; while false; do :; done; echo "s $?"
for x in abc a.txt '*' '' 5 -f 'a b'; do case $x in a?c) echo 1;; *.txt|*.md) echo 2;; '*') echo star;; '') echo empty;; [0-9]) echo digit;; -*) echo opt;; *) echo other;; esac; done
case x in (x) echo paren;; esac; case a in b) ;; esac; echo "c $?"
f() { local v=in; echo "f $# $1 $v"; v=changed; return 3; echo never; }; v=out; f a b; echo "$? $v"; g() { set -- x y; echo $#; }; set -- 1; g; echo $#
fact() { if [ $1 -le 1 ]; then echo 1; else echo $(($1 * $(fact $(($1-1))))); fi; }; fact 6
h() ( cd /etc; pwd; x=sub ); x=top; h; pwd; echo $x; unset -f h; h 2>/dev/null || echo gone
if false; then echo a; elif true; then echo b; else echo c; fi; if ! true; then echo x; fi; echo "i $?"; true && false || echo or; false || true && echo and; ! false; echo $?
{ echo grouped; echo two; } | wc -l; (exit 4); echo $?; r() { return; }; false; r; echo $?; k() { for i in 1 2; do return $i; done; }; k; echo $?
time_() { :; }; time_; while read a b; do echo "$b $a"; done <<E
1 one two
2 three
E
echo 1 2 | { read a b; echo $b$a; }; echo x | read q; echo "[$q]"; for i in; do echo no; done; i=0; while :; do i=$((i+1)); [ $i -ge 3 ] && break; done; echo $i
alias ll='echo aliased'; ll x; type f cd ls nosuch 2>&1; command -v f cd ls nosuch; echo $?; command echo cmd; builtin echo b 2>/dev/null; exec 3>&1; echo to3 >&3; exec 3>&-; echo x >&3; echo "r $?"
break; echo "b $?"; shift 5; echo "s $?"; return 7; echo after
EOS
docker run --rm -v "$PWD:/s:ro" busybox sh /s/s.sh; echo "exit $?"
