#!/bin/sh
# API_TOKEN=... sh read.sh statement.pdf
set -eu
api=https://api.example.com/v7/documents
auth="Authorization: Bearer $API_TOKEN"

taken=$(curl -fsS -H "$auth" -H "Content-Type: application/pdf" --data-binary "@$1" "$api")
id=$(printf '%s' "$taken" | sed 's/.*"id":"\([^"]*\)".*/\1/')

# Its events end once nobody works on it any more.
last=$(curl -fsS -N -H "$auth" "$api/$id/events" | grep '^data: ' | tail -n 1)
case $last in
*'"state":"done"'*) curl -fsS -H "$auth" -H "Accept: text/csv" "$api/$id/result" ;;
*) printf 'Not read: %s\n' "$last" >&2 && exit 1 ;;
esac
