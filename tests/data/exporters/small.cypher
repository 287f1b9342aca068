CREATE CONSTRAINT kg_entity IF NOT EXISTS FOR (n:Entity) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT kg_result IF NOT EXISTS FOR (n:Result) REQUIRE n.id IS UNIQUE;
UNWIND [
{id: 'author/ada-example-c95e94', told: {`type`: 'Author', `label`: 'Ada Example', `named`: true, `listed`: true, `year_inferred`: false}}
] AS row
MERGE (n:Entity {id: row.id}) SET n:Author, n += row.told;
UNWIND [
{id: 'family/llama', told: {`type`: 'ModelFamily', `label`: 'Llama', `named`: true, `listed`: true, `year_inferred`: false}},
{id: 'family/llama-1', told: {`type`: 'ModelFamily', `label`: 'Llama 1', `parent`: 'family/llama', `named`: true, `listed`: true, `version`: '1', `year_inferred`: false}}
] AS row
MERGE (n:Entity {id: row.id}) SET n:ModelFamily, n += row.told;
UNWIND [
{id: 'listing/daily-papers-2024-07-16', told: {`type`: 'Listing', `label`: 'Daily Papers', `named`: true, `listed`: true, `date`: '2024-07-16', `year_inferred`: false}}
] AS row
MERGE (n:Entity {id: row.id}) SET n:Listing, n += row.told;
UNWIND [
{id: 'method/galore', told: {`type`: 'Method', `label`: 'GaLore', `named`: true, `listed`: true, `year_inferred`: false}},
{id: 'method/lora', told: {`type`: 'Method', `label`: 'LoRA', `aliases`: '["Low-Rank Adaptation"]', `named`: true, `listed`: true, `year_inferred`: false}},
{id: 'method/q-galore-0a1b2c', told: {`type`: 'Method', `label`: 'Q-GaLore', `named`: true, `listed`: false, `year_inferred`: false}}
] AS row
MERGE (n:Entity {id: row.id}) SET n:Method, n += row.told;
UNWIND [
{id: 'metric/memory', told: {`type`: 'Metric', `label`: 'memory', `named`: false, `listed`: true, `unit`: 'GB', `direction`: 'lower', `year_inferred`: false}}
] AS row
MERGE (n:Entity {id: row.id}) SET n:Metric, n += row.told;
UNWIND [
{id: 'model/llama-7b', told: {`type`: 'Model', `label`: 'Llama-7B', `aliases`: '["LLaMA 7B", "LLaMA-7B"]', `parent`: 'family/llama-1', `named`: true, `listed`: true, `size`: '7B', `year_inferred`: false}}
] AS row
MERGE (n:Entity {id: row.id}) SET n:Model, n += row.told;
UNWIND [
{id: 'page/example-0a1b2c', told: {`type`: 'WebPage', `label`: 'example.org', `named`: true, `listed`: true, `url`: 'https://example.org/<p>', `year_inferred`: false}}
] AS row
MERGE (n:Entity {id: row.id}) SET n:WebPage, n += row.told;
UNWIND [
{id: 'paper/0123456789abcdef', told: {`type`: 'Paper', `label`: 'A paper without more', `named`: true, `listed`: true, `date`: '2023', `year_inferred`: false}},
{id: 'paper/2401.00001', told: {`type`: 'Paper', `label`: 'a "q" \\ \\' + 'u0041 <b> & \'x\'\r\n\tRTL ‮אב‬ \u0001 \u007F \u2028 😀 end', `named`: true, `listed`: true, `date`: '2024-01', `year_inferred`: false}},
{id: 'paper/2407.08296', told: {`type`: 'Paper', `label`: 'Q-GaLore: Low-Rank Projection in Four Bits', `named`: true, `listed`: true, `url`: 'https://arxiv.org/abs/2407.08296', `year_inferred`: false}}
] AS row
MERGE (n:Entity {id: row.id}) SET n:Paper, n += row.told;
UNWIND [
{id: 'repo/github--example--q-galore', told: {`type`: 'CodeRepository', `label`: 'example/q-galore', `named`: true, `listed`: true, `url`: 'https://github.com/example/q-galore', `year_inferred`: false}}
] AS row
MERGE (n:Entity {id: row.id}) SET n:CodeRepository, n += row.told;
UNWIND [
{a: 'paper/2407.08296', b: 'method/q-galore-0a1b2c', told: {`id`: '52d1c28ff4818b37', `status`: 'extracted', `confidence`: 0.97, `papers`: 1, `paper`: 'paper/2407.08296', `field`: 'title', `start`: 0, `end`: 8, `quote`: 'Q-GaLore', `rule`: 'title-name'}}
] AS row
MATCH (a:Entity {id: row.a}), (b:Entity {id: row.b})
MERGE (a)-[r:introduces]->(b) SET r += row.told;
UNWIND [
{a: 'method/q-galore-0a1b2c', b: 'model/llama-7b', told: {`id`: '85d54c5304411063', `status`: 'derived', `confidence`: 0.97, `papers`: 1, `paper`: 'paper/2407.08296', `field`: 'title', `start`: 0, `end`: 8, `quote`: 'Q-GaLore', `rule`: 'title-name'}},
{a: 'paper/2407.08296', b: 'model/llama-7b', told: {`id`: '10fb05febb564984', `status`: 'extracted', `confidence`: 0.93, `papers`: 1, `paper`: 'paper/2407.08296', `field`: 'abstract', `start`: 27, `end`: 57, `quote`: 'We pre-train LLaMA-7B with it.', `rule`: 'pre-train-on'}}
] AS row
MATCH (a:Entity {id: row.a}), (b:Entity {id: row.b})
MERGE (a)-[r:evaluatedOnModel]->(b) SET r += row.told;
UNWIND [
{a: 'paper/2401.00001', b: 'method/lora', told: {`id`: 'b120e92091244ed4', `status`: 'candidate', `confidence`: 0.2, `papers`: 1, `paper`: 'paper/2401.00001', `field`: 'title', `start`: 0, `end`: 7, `quote`: 'a "q" \\', `rule`: 'guess'}}
] AS row
MATCH (a:Entity {id: row.a}), (b:Entity {id: row.b})
MERGE (a)-[r:usesMethod]->(b) SET r += row.told;
UNWIND [
{a: 'paper/2407.08296', b: 'method/lora', told: {`id`: 'be1cab0d5b7be06c', `status`: 'extracted', `confidence`: 0.7, `papers`: 1, `paper`: 'paper/2407.08296', `field`: 'abstract', `start`: 58, `end`: 101, `quote`: 'It saves 50% of the memory that LoRA needs.', `rule`: 'saves'}}
] AS row
MATCH (a:Entity {id: row.a}), (b:Entity {id: row.b})
MERGE (a)-[r:outperforms]->(b) SET r += row.told;
UNWIND [
{a: 'method/q-galore-0a1b2c', b: 'method/galore', told: {`id`: 'ecfd8fe2b25f69ed', `status`: 'extracted', `confidence`: 0.9, `papers`: 1, `paper`: 'paper/2407.08296', `field`: 'abstract', `start`: 0, `end`: 26, `quote`: 'Q-GaLore builds on GaLore.', `rule`: 'builds-on'}}
] AS row
MATCH (a:Entity {id: row.a}), (b:Entity {id: row.b})
MERGE (a)-[r:extends]->(b) SET r += row.told;
UNWIND [
{a: 'model/llama-7b', b: 'family/llama-1', told: {`id`: 'be01ca8b31b4609c', `status`: 'derived', `confidence`: 0.93, `papers`: 1, `paper`: 'paper/2407.08296', `field`: 'abstract', `start`: 27, `end`: 57, `quote`: 'We pre-train LLaMA-7B with it.', `rule`: 'pre-train-on'}}
] AS row
MATCH (a:Entity {id: row.a}), (b:Entity {id: row.b})
MERGE (a)-[r:inFamily]->(b) SET r += row.told;
UNWIND [
{a: 'paper/2407.08296', b: 'repo/github--example--q-galore', told: {`id`: '9ed0000ed894a3ad', `status`: 'extracted', `confidence`: 0.99, `papers`: 1, `paper`: 'paper/2407.08296', `field`: 'abstract', `start`: 102, `end`: 143, `quote`: 'Code: https://github.com/example/q-galore', `rule`: 'code-address'}}
] AS row
MATCH (a:Entity {id: row.a}), (b:Entity {id: row.b})
MERGE (a)-[r:hasCode]->(b) SET r += row.told;
UNWIND [
{a: 'paper/2401.00001', b: 'page/example-0a1b2c', told: {`id`: '451c7e66b3fa314a', `status`: 'extracted', `confidence`: 0.2, `papers`: 1, `paper`: 'paper/2401.00001', `field`: 'title', `start`: 0, `end`: 7, `quote`: 'a "q" \\', `rule`: 'guess'}}
] AS row
MATCH (a:Entity {id: row.a}), (b:Entity {id: row.b})
MERGE (a)-[r:hasProject]->(b) SET r += row.told;
UNWIND [
{a: 'paper/2401.00001', b: 'method/lora', told: {`id`: 'a4daf6f0a4754889', `status`: 'candidate', `confidence`: 0.2, `papers`: 1, `paper`: 'paper/2401.00001', `field`: 'title', `start`: 0, `end`: 7, `quote`: 'a "q" \\', `rule`: 'guess'}},
{a: 'paper/2407.08296', b: 'method/lora', told: {`id`: 'a23e81f3b26587ab', `status`: 'extracted', `confidence`: 0.9, `papers`: 1, `paper`: 'paper/2407.08296', `field`: 'abstract', `start`: 58, `end`: 101, `quote`: 'It saves 50% of the memory that LoRA needs.', `rule`: 'mention'}}
] AS row
MATCH (a:Entity {id: row.a}), (b:Entity {id: row.b})
MERGE (a)-[r:mentions]->(b) SET r += row.told;
UNWIND [
{a: 'paper/2407.08296', b: 'listing/daily-papers-2024-07-16', told: {`id`: '25f01432052d4612', `status`: 'metadata', `confidence`: 1.0, `papers`: 1, `paper`: 'paper/2407.08296', `field`: 'listings', `start`: 0, `end`: 1, `quote`: 'Daily Papers, 2024-07-16', `rule`: 'listing'}}
] AS row
MATCH (a:Entity {id: row.a}), (b:Entity {id: row.b})
MERGE (a)-[r:listedIn]->(b) SET r += row.told;
UNWIND [
{a: 'paper/2407.08296', b: 'author/ada-example-c95e94', told: {`id`: 'd148f7f7eddd4d3f', `status`: 'metadata', `confidence`: 1.0, `papers`: 1, `paper`: 'paper/2407.08296', `field`: 'authors', `start`: 0, `end`: 1, `quote`: 'Ada Example', `rule`: 'listing'}}
] AS row
MATCH (a:Entity {id: row.a}), (b:Entity {id: row.b})
MERGE (a)-[r:writtenBy]->(b) SET r += row.told;
UNWIND [
{id: '60c2e61983266f67', told: {`lowest`: 50.0, `highest`: 50.0, `raw`: '50%', `confidence`: 0.8, `unit`: '%', `kind`: 'delta', `direction`: 'lower', `role`: 'own', `status`: 'extracted'}},
{id: 'd75cfc241c3947d0', told: {`lowest`: 1.2, `highest`: 1.4, `raw`: '1.20-1.4', `confidence`: 0.8, `kind`: 'absolute', `role`: 'own', `status`: 'extracted'}}
] AS row
MERGE (n:Result {id: row.id}) SET n += row.told;
UNWIND [
{a: '60c2e61983266f67', b: 'paper/2407.08296', told: {}},
{a: 'd75cfc241c3947d0', b: 'paper/2407.08296', told: {}}
] AS row
MATCH (a:Result {id: row.a}), (b:Entity {id: row.b})
MERGE (a)-[r:reportedIn]->(b) SET r += row.told;
UNWIND [
{a: '60c2e61983266f67', b: 'method/q-galore-0a1b2c', told: {}}
] AS row
MATCH (a:Result {id: row.a}), (b:Entity {id: row.b})
MERGE (a)-[r:withMethod]->(b) SET r += row.told;
UNWIND [
{a: 'd75cfc241c3947d0', b: 'model/llama-7b', told: {}}
] AS row
MATCH (a:Result {id: row.a}), (b:Entity {id: row.b})
MERGE (a)-[r:onModel]->(b) SET r += row.told;
UNWIND [
{a: '60c2e61983266f67', b: 'metric/memory', told: {}}
] AS row
MATCH (a:Result {id: row.a}), (b:Entity {id: row.b})
MERGE (a)-[r:metric]->(b) SET r += row.told;
UNWIND [
{a: '60c2e61983266f67', b: 'method/lora', told: {}}
] AS row
MATCH (a:Result {id: row.a}), (b:Entity {id: row.b})
MERGE (a)-[r:baseline]->(b) SET r += row.told;
