printf '\357\273\277# escape = `\nFROM busybox\nRUN echo a `\n && echo b > /b\n' > D1
printf '# comment\n# escape=`\nFROM busybox\nRUN echo a \\\n  b > /b\n' > D2
printf '# escape=`\n# escape=`\nFROM busybox\n' > D3
printf '# escape=x\nFROM busybox\n' > D4
printf 'FROM busybox\r\nRUN echo a > /crlf\r\nENV A=b\r\nCMD ["cat", "/crlf"]\r\n' > D5
printf '# unknown=1\n# escape=`\nFROM busybox\nRUN echo x `\n y > /b\n' > D6
### BOM and blanks
docker build -q -f D1 -t a . && docker run --rm a cat /b
### after a comment
docker build -q -f D2 -t b . && docker run --rm b cat /b
### twice
docker build -q -f D3 . > /dev/null 2>&1; echo "exit $?"
### bad escape
docker build -q -f D4 . > /dev/null 2>&1; echo "exit $?"
### CRLF
docker build -q -f D5 -t t . && docker run --rm t | od -c | head -n 2
### after an unknown directive
docker build -q -f D6 -t f . > /dev/null 2>&1; echo "exit $?"
