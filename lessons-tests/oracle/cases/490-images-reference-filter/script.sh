for n in a:1 a:2 ab:1 x/a:1 x/y/a:1 reg.example:5000/a:1; do docker tag busybox $n; done
f() { docker images --format '{{.Repository}}:{{.Tag}}' "$@" | sort | tr '\n' ' '; echo; }
### references
f --filter reference=a; f --filter 'reference=a*'; f --filter 'reference=*:1'; f --filter 'reference=*/a'; f --filter 'reference=*/*/a'; f --filter 'reference=reg*/*'; f --filter 'reference=**/a'
### two
f --filter reference=a:1 --filter reference=ab
### with label
f --filter reference=a --filter label=x
### until
docker images --filter until=garbage; echo "exit $?"
### tree-like
f --filter before=a:1
