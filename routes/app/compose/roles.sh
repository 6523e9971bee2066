#!/bin/sh
# Run once by the PostgreSQL image, when its data directory is new: the service system's role, the hub's role, their database.
set -eu
psql --set ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname postgres \
  --set owner_password="$HUB_STORE_OWNER_PASSWORD" --set hub_password="$HUB_DATABASE_PASSWORD" << 'SQL'
CREATE ROLE service_owner LOGIN PASSWORD :'owner_password';
CREATE ROLE hub LOGIN PASSWORD :'hub_password';
CREATE DATABASE hub OWNER service_owner;
REVOKE ALL ON DATABASE hub FROM PUBLIC;
GRANT CONNECT ON DATABASE hub TO hub;
\connect hub
CREATE SCHEMA hub AUTHORIZATION hub;
SQL
