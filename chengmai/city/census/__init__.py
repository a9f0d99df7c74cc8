"""Census: the city's own data comes in and goes out (普查数据导入导出)."""
