-- What a tenant was granted and planned ends with it; charges stay in the ledger.
grant delete on api_grant, api_plan to portal_app;
